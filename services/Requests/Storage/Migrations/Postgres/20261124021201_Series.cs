using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Requests.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Series : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "awaits_series",
                schema: "requests",
                table: "requests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "series_id",
                schema: "requests",
                table: "requests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "awaits_series",
                schema: "requests",
                table: "conferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "series_id",
                schema: "requests",
                table: "conferences",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "series",
                schema: "requests",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recurrence = table.Column<string>(type: "text", nullable: false),
                    commit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    requested_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series", x => x.series_id);
                });

            migrationBuilder.CreateTable(
                name: "series_occurrences",
                schema: "requests",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    original_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    conference_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series_occurrences", x => new { x.series_id, x.original_start });
                });

            migrationBuilder.CreateIndex(
                name: "ix_conferences_series_id",
                schema: "requests",
                table: "conferences",
                column: "series_id");

            migrationBuilder.CreateIndex(
                name: "ix_series_number",
                schema: "requests",
                table: "series",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_series_occurrences_conference_id",
                schema: "requests",
                table: "series_occurrences",
                column: "conference_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "series",
                schema: "requests");

            migrationBuilder.DropTable(
                name: "series_occurrences",
                schema: "requests");

            migrationBuilder.DropIndex(
                name: "ix_conferences_series_id",
                schema: "requests",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "awaits_series",
                schema: "requests",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "series_id",
                schema: "requests",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "awaits_series",
                schema: "requests",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "series_id",
                schema: "requests",
                table: "conferences");
        }
    }
}
