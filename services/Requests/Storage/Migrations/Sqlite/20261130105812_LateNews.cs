using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Requests.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LateNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "same_time",
                table: "conferences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "slot_news",
                table: "conferences",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "same_time",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "slot_news",
                table: "conferences");
        }
    }
}
