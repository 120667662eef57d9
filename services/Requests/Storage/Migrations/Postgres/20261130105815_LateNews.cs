using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Requests.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LateNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "same_time",
                schema: "requests",
                table: "conferences",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "slot_news",
                schema: "requests",
                table: "conferences",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "same_time",
                schema: "requests",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "slot_news",
                schema: "requests",
                table: "conferences");
        }
    }
}
