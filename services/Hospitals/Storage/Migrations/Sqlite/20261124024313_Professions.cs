using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Hospitals.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Professions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "professions",
                table: "hospitals",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "professions",
                table: "hospitals");
        }
    }
}
