using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Booking.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Polls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_site_bookings",
                schema: "booking",
                table: "site_bookings");

            migrationBuilder.AddColumn<int>(
                name: "candidate",
                schema: "booking",
                table: "port_bookings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "pk_site_bookings",
                schema: "booking",
                table: "site_bookings",
                columns: new[] { "conference_id", "site_id", "start" });

            migrationBuilder.CreateTable(
                name: "candidates",
                schema: "booking",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    found = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidates", x => new { x.conference_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_candidates_expires_at",
                schema: "booking",
                table: "candidates",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "candidates",
                schema: "booking");

            migrationBuilder.DropPrimaryKey(
                name: "pk_site_bookings",
                schema: "booking",
                table: "site_bookings");

            migrationBuilder.DropColumn(
                name: "candidate",
                schema: "booking",
                table: "port_bookings");

            migrationBuilder.AddPrimaryKey(
                name: "pk_site_bookings",
                schema: "booking",
                table: "site_bookings",
                columns: new[] { "conference_id", "site_id" });
        }
    }
}
