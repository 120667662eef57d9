using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Council.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Requester : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "requested_by",
                table: "feeds",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "requested_by",
                table: "conferences",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "requested_by",
                table: "feeds");

            migrationBuilder.DropColumn(
                name: "requested_by",
                table: "conferences");
        }
    }
}
