using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Requests.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Waiting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "disruption",
                table: "conferences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "waiting_since",
                table: "conferences",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "disruption",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "waiting_since",
                table: "conferences");
        }
    }
}
