using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Invitations.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MailIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "known_senders",
                schema: "invitations",
                columns: table => new
                {
                    address = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    believed = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_senders", x => new { x.address, x.hospital_id, x.conference_id });
                });

            migrationBuilder.CreateTable(
                name: "quiet_contacts",
                schema: "invitations",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quiet_contacts", x => x.contact_id);
                });

            migrationBuilder.CreateTable(
                name: "received_mails",
                schema: "invitations",
                columns: table => new
                {
                    received_mail_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: false),
                    attendee = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    excerpt = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    conference_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proposed_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proposed_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_mails", x => x.received_mail_id);
                });

            migrationBuilder.CreateTable(
                name: "time_proposals",
                schema: "invitations",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    possible = table.Column<bool>(type: "boolean", nullable: true),
                    remarks = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_time_proposals", x => x.proposal_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_conference_id_received_at",
                schema: "invitations",
                table: "received_mails",
                columns: new[] { "conference_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_hash",
                schema: "invitations",
                table: "received_mails",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_outcome_received_at",
                schema: "invitations",
                table: "received_mails",
                columns: new[] { "outcome", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_time_proposals_conference_id_state",
                schema: "invitations",
                table: "time_proposals",
                columns: new[] { "conference_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_senders",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "quiet_contacts",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "received_mails",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "time_proposals",
                schema: "invitations");
        }
    }
}
