using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Council.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Requester : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "requested_by",
                schema: "council",
                table: "feeds",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "requested_by",
                schema: "council",
                table: "conferences",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "requested_by",
                schema: "council",
                table: "feeds");

            migrationBuilder.DropColumn(
                name: "requested_by",
                schema: "council",
                table: "conferences");
        }
    }
}
