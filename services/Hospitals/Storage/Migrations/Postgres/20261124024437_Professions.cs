using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Hospitals.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Professions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "professions",
                schema: "hospitals",
                table: "hospitals",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "professions",
                schema: "hospitals",
                table: "hospitals");
        }
    }
}
