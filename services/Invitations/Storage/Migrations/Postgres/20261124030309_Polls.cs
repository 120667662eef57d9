using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Invitations.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Polls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "polls",
                schema: "invitations",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    brief = table.Column<string>(type: "text", nullable: true),
                    asked = table.Column<string>(type: "text", nullable: false),
                    ended = table.Column<bool>(type: "boolean", nullable: false),
                    decided_revision = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_polls", x => x.conference_id);
                });

            migrationBuilder.CreateTable(
                name: "standing_votes",
                schema: "invitations",
                columns: table => new
                {
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "text", nullable: false),
                    professions = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    voted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_votes", x => new { x.conference_id, x.hospital_id });
                });

            migrationBuilder.CreateTable(
                name: "votes",
                schema: "invitations",
                columns: table => new
                {
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hospital_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "text", nullable: false),
                    professions = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    voted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_votes", x => x.vote_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_polls_ended",
                schema: "invitations",
                table: "polls",
                column: "ended");

            migrationBuilder.CreateIndex(
                name: "ix_votes_conference_id_hospital_id",
                schema: "invitations",
                table: "votes",
                columns: new[] { "conference_id", "hospital_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "polls",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "standing_votes",
                schema: "invitations");

            migrationBuilder.DropTable(
                name: "votes",
                schema: "invitations");
        }
    }
}
