using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class SignUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IdentitySignUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Email = table.Column<string>(maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(maxLength: 254, nullable: false),
                    Language = table.Column<string>(maxLength: 2, nullable: false),
                    AskedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentitySignUps", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySignUps_AskedAt",
                table: "IdentitySignUps",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySignUps_NormalizedEmail",
                table: "IdentitySignUps",
                column: "NormalizedEmail",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentitySignUps");
        }
    }
}
