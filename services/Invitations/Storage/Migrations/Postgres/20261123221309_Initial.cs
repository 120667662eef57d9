using System;
using Conference.Platform.Audit;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Conference.Invitations.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "invitations");

            migrationBuilder.CreateTable(
                name: "announcements",
                schema: "invitations",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    mails = table.Column<int>(type: "integer", nullable: false),
                    without_contact = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcements", x => new { x.conference_id, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "answers",
                schema: "invitations",
                columns: table => new
                {
                    answer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answers", x => x.answer_id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "invitations",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    caller_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    scope = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    action = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    permission = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    subjects = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    outcome = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    position = table.Column<long>(type: "bigint", nullable: true),
                    previous_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "conferences",
                schema: "invitations",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    confirmed_revision = table.Column<int>(type: "integer", nullable: true),
                    cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    brief = table.Column<string>(type: "text", nullable: true),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conferences", x => x.conference_id);
                });

            migrationBuilder.CreateTable(
                name: "hospital_contacts",
                schema: "invitations",
                columns: table => new
                {
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    contacts = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hospital_contacts", x => x.hospital_id);
                });

            migrationBuilder.CreateTable(
                name: "hospitals",
                schema: "invitations",
                columns: table => new
                {
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name_ja = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hospitals", x => x.hospital_id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "invitations",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    queue = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    consumed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.queue });
                });

            migrationBuilder.CreateTable(
                name: "invited_hospitals",
                schema: "invitations",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    required = table.Column<bool>(type: "boolean", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invited_hospitals", x => new { x.conference_id, x.hospital_id });
                });

            migrationBuilder.CreateTable(
                name: "link_openings",
                schema: "invitations",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_openings", x => new { x.conference_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "mails",
                schema: "invitations",
                columns: table => new
                {
                    mail_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    contact_name = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    lead = table.Column<long>(type: "bigint", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.mail_id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "invitations",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    message_type = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    destination = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "character varying(55)", maxLength: 55, nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failure = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "standing_answers",
                schema: "invitations",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_answers", x => new { x.conference_id, x.hospital_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_answers_conference_id_hospital_id",
                schema: "invitations",
                table: "answers",
                columns: new[] { "conference_id", "hospital_id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at",
                schema: "invitations",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_caller_id",
                schema: "invitations",
                table: "audit_entries",
                column: "caller_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_position",
                schema: "invitations",
                table: "audit_entries",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conferences_agent",
                schema: "invitations",
                table: "conferences",
                column: "agent",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conferences_start",
                schema: "invitations",
                table: "conferences",
                column: "start");

            migrationBuilder.CreateIndex(
                name: "ix_invited_hospitals_hospital_id",
                schema: "invitations",
                table: "invited_hospitals",
                column: "hospital_id");

            migrationBuilder.CreateIndex(
                name: "ix_mails_conference_id_contact_id_revision_kind_lead_address",
                schema: "invitations",
                table: "mails",
                columns: new[] { "conference_id", "contact_id", "revision", "kind", "lead", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mails_hospital_id_queued_at",
                schema: "invitations",
                table: "mails",
                columns: new[] { "hospital_id", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mails_queued_at",
                schema: "invitations",
                table: "mails",
                column: "queued_at");

            migrationBuilder.CreateIndex(
                name: "ix_mails_state_next_attempt_at",
                schema: "invitations",
                table: "mails",
                columns: new[] { "state", "next_attempt_at" });
            migrationBuilder.GuardAudit("invitations");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "announcements",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "answers",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "conferences",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "hospital_contacts",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "hospitals",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "invited_hospitals",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "link_openings",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "mails",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "standing_answers",
                schema: "invitations");
        }
    }
}
