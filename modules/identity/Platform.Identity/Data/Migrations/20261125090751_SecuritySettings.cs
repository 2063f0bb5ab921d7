using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class SecuritySettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FactorAskedAt",
                table: "IdentityUsers",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "InactivityWarnedAt",
                table: "IdentityUsers",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FactorDueAt",
                table: "IdentitySessions",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Owes",
                table: "IdentitySessions",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IdentityFormerPasswords",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    Hash = table.Column<string>(maxLength: 256, nullable: false),
                    ReplacedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityFormerPasswords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityFormerPasswords_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityPasswordResets",
                columns: table => new
                {
                    UserId = table.Column<Guid>(nullable: false),
                    TokenHash = table.Column<string>(maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityPasswordResets", x => x.UserId);
                    table.ForeignKey(
                        name: "FK_IdentityPasswordResets_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityFormerPasswords_UserId_ReplacedAt",
                table: "IdentityFormerPasswords",
                columns: new[] { "UserId", "ReplacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityPasswordResets_TokenHash",
                table: "IdentityPasswordResets",
                column: "TokenHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityFormerPasswords");

            migrationBuilder.DropTable(
                name: "IdentityPasswordResets");

            migrationBuilder.DropColumn(
                name: "FactorAskedAt",
                table: "IdentityUsers");

            migrationBuilder.DropColumn(
                name: "InactivityWarnedAt",
                table: "IdentityUsers");

            migrationBuilder.DropColumn(
                name: "FactorDueAt",
                table: "IdentitySessions");

            migrationBuilder.DropColumn(
                name: "Owes",
                table: "IdentitySessions");
        }
    }
}
