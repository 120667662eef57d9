using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Invitations.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MailIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "known_senders",
                columns: table => new
                {
                    address = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    hospital_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    believed = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_senders", x => new { x.address, x.hospital_id, x.conference_id });
                });

            migrationBuilder.CreateTable(
                name: "quiet_contacts",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quiet_contacts", x => x.contact_id);
                });

            migrationBuilder.CreateTable(
                name: "received_mails",
                columns: table => new
                {
                    received_mail_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    attendee = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    excerpt = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    hospital_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    contact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    proposed_start = table.Column<long>(type: "INTEGER", nullable: true),
                    proposed_end = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_mails", x => x.received_mail_id);
                });

            migrationBuilder.CreateTable(
                name: "time_proposals",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hospital_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    contact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    start = table.Column<long>(type: "INTEGER", nullable: false),
                    end = table.Column<long>(type: "INTEGER", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    possible = table.Column<bool>(type: "INTEGER", nullable: true),
                    remarks = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_time_proposals", x => x.proposal_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_conference_id_received_at",
                table: "received_mails",
                columns: new[] { "conference_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_hash",
                table: "received_mails",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_outcome_received_at",
                table: "received_mails",
                columns: new[] { "outcome", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_time_proposals_conference_id_state",
                table: "time_proposals",
                columns: new[] { "conference_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_senders");

            migrationBuilder.DropTable(
                name: "quiet_contacts");

            migrationBuilder.DropTable(
                name: "received_mails");

            migrationBuilder.DropTable(
                name: "time_proposals");
        }
    }
}
