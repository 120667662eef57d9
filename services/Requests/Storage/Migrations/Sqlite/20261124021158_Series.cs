using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Requests.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Series : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "awaits_series",
                table: "requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "series_id",
                table: "requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "awaits_series",
                table: "conferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "series_id",
                table: "conferences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "series",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    request = table.Column<string>(type: "TEXT", nullable: false),
                    title_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recurrence = table.Column<string>(type: "TEXT", nullable: false),
                    commit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series", x => x.series_id);
                });

            migrationBuilder.CreateTable(
                name: "series_occurrences",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    original_start = table.Column<long>(type: "INTEGER", nullable: false),
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series_occurrences", x => new { x.series_id, x.original_start });
                });

            migrationBuilder.CreateIndex(
                name: "ix_conferences_series_id",
                table: "conferences",
                column: "series_id");

            migrationBuilder.CreateIndex(
                name: "ix_series_number",
                table: "series",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_series_occurrences_conference_id",
                table: "series_occurrences",
                column: "conference_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "series");

            migrationBuilder.DropTable(
                name: "series_occurrences");

            migrationBuilder.DropIndex(
                name: "ix_conferences_series_id",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "awaits_series",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "series_id",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "awaits_series",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "series_id",
                table: "conferences");
        }
    }
}
