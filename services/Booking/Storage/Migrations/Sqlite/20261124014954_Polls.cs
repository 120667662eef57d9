using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Booking.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Polls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite changes a key by a new table, which takes the old one's guards with it.
            migrationBuilder.Sql("""
                CREATE TABLE site_bookings_by_start (conference_id TEXT NOT NULL, site_id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
                    CONSTRAINT pk_site_bookings PRIMARY KEY (conference_id, site_id, start));
                INSERT INTO site_bookings_by_start SELECT conference_id, site_id, start, "end" FROM site_bookings;
                DROP TABLE site_bookings;
                ALTER TABLE site_bookings_by_start RENAME TO site_bookings;
                CREATE INDEX ix_site_bookings_site_id_start ON site_bookings (site_id, start);
                """);
            foreach (var guard in OverlapGuards.Sqlite.Where(guard => guard.StartsWith("CREATE TRIGGER site_bookings", StringComparison.Ordinal)))
                migrationBuilder.Sql(guard);

            migrationBuilder.AddColumn<int>(
                name: "candidate",
                table: "port_bookings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "candidates",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    start = table.Column<long>(type: "INTEGER", nullable: false),
                    found = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidates", x => new { x.conference_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_candidates_expires_at",
                table: "candidates",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "candidates");

            migrationBuilder.DropPrimaryKey(
                name: "pk_site_bookings",
                table: "site_bookings");

            migrationBuilder.DropColumn(
                name: "candidate",
                table: "port_bookings");

            migrationBuilder.AddPrimaryKey(
                name: "pk_site_bookings",
                table: "site_bookings",
                columns: new[] { "conference_id", "site_id" });
        }
    }
}
