using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Booking.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Waiting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "priority",
                table: "bookings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "waits",
                table: "bookings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "wish",
                table: "bookings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "disruptions",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disruptions", x => new { x.conference_id, x.revision, x.key });
                });

            migrationBuilder.CreateTable(
                name: "freed_times",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    to = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_freed_times", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "site_checks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    site_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "waiting",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    wish = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    to = table.Column<long>(type: "INTEGER", nullable: false),
                    tried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    asked = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waiting", x => x.conference_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_site_checks_due_at",
                table: "site_checks",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_priority_since_number",
                table: "waiting",
                columns: new[] { "priority", "since", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disruptions");

            migrationBuilder.DropTable(
                name: "freed_times");

            migrationBuilder.DropTable(
                name: "site_checks");

            migrationBuilder.DropTable(
                name: "waiting");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "waits",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "wish",
                table: "bookings");
        }
    }
}
