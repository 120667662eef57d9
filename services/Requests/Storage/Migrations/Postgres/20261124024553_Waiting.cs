using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Requests.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Waiting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "disruption",
                schema: "requests",
                table: "conferences",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "waiting_since",
                schema: "requests",
                table: "conferences",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "disruption",
                schema: "requests",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "waiting_since",
                schema: "requests",
                table: "conferences");
        }
    }
}
