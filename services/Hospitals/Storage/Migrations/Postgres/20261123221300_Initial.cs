using System;
using Conference.Platform.Audit;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Conference.Hospitals.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "hospitals");

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "hospitals",
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
                name: "closure_plans",
                schema: "hospitals",
                columns: table => new
                {
                    site_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    closures = table.Column<string>(type: "text", nullable: false),
                    weekly = table.Column<string>(type: "text", nullable: false),
                    closed_on_holidays = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closure_plans", x => x.site_id);
                });

            migrationBuilder.CreateTable(
                name: "connection_tests",
                schema: "hospitals",
                columns: table => new
                {
                    test_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    tested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connection_tests", x => x.test_id);
                });

            migrationBuilder.CreateTable(
                name: "contact_lists",
                schema: "hospitals",
                columns: table => new
                {
                    hospital_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    contacts = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_lists", x => x.hospital_id);
                });

            migrationBuilder.CreateTable(
                name: "holiday_calendar",
                schema: "hospitals",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    holidays = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday_calendar", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hospitals",
                schema: "hospitals",
                columns: table => new
                {
                    hospital_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name_ja = table.Column<string>(type: "text", nullable: false),
                    official_name_ja = table.Column<string>(type: "text", nullable: false),
                    name_kana = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    prefecture = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    area2name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    website = table.Column<string>(type: "text", nullable: false),
                    beds = table.Column<int>(type: "integer", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    registry = table.Column<string>(type: "text", nullable: true),
                    search_text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hospitals", x => x.hospital_id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "hospitals",
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
                name: "outbox",
                schema: "hospitals",
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
                name: "designations",
                schema: "hospitals",
                columns: table => new
                {
                    hospital_id = table.Column<string>(type: "character varying(10)", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name_ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_designations", x => new { x.hospital_id, x.from });
                    table.ForeignKey(
                        name: "fk_designations_hospitals_hospital_id",
                        column: x => x.hospital_id,
                        principalSchema: "hospitals",
                        principalTable: "hospitals",
                        principalColumn: "hospital_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sites",
                schema: "hospitals",
                columns: table => new
                {
                    site_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(10)", nullable: false),
                    serial = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    protocol = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ports = table.Column<int>(type: "integer", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sites", x => x.site_id);
                    table.ForeignKey(
                        name: "fk_sites_hospitals_hospital_id",
                        column: x => x.hospital_id,
                        principalSchema: "hospitals",
                        principalTable: "hospitals",
                        principalColumn: "hospital_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at",
                schema: "hospitals",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_caller_id",
                schema: "hospitals",
                table: "audit_entries",
                column: "caller_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_position",
                schema: "hospitals",
                table: "audit_entries",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_closure_plans_hospital_id",
                schema: "hospitals",
                table: "closure_plans",
                column: "hospital_id");

            migrationBuilder.CreateIndex(
                name: "ix_connection_tests_hospital_id",
                schema: "hospitals",
                table: "connection_tests",
                column: "hospital_id");

            migrationBuilder.CreateIndex(
                name: "ix_connection_tests_site_id_tested_at",
                schema: "hospitals",
                table: "connection_tests",
                columns: new[] { "site_id", "tested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hospitals_prefecture_kind",
                schema: "hospitals",
                table: "hospitals",
                columns: new[] { "prefecture", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_sites_hospital_id",
                schema: "hospitals",
                table: "sites",
                column: "hospital_id");
            migrationBuilder.GuardAudit("hospitals");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "hospitals");

            migrationBuilder.DropTable(
                name: "closure_plans",
                schema: "hospitals");

            migrationBuilder.DropTable(
                name: "connection_tests",
                schema: "hospitals");

            migrationBuilder.DropTable(
                name: "contact_lists",
                schema: "hospitals");

            migrationBuilder.DropTable(
                name: "designations",
                schema: "hospitals");

            migrationBuilder.DropTable(
                name: "holiday_calendar",
                schema: "hospitals");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "hospitals");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "hospitals");

            migrationBuilder.DropTable(
                name: "sites",
                schema: "hospitals");

            migrationBuilder.DropTable(
                name: "hospitals",
                schema: "hospitals");
        }
    }
}
