using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Booking.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Finder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "professions",
                schema: "booking",
                table: "hospitals",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");
            migrationBuilder.Sql(ChangeNotices.Postgres);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "professions",
                schema: "booking",
                table: "hospitals");
        }
    }
}
