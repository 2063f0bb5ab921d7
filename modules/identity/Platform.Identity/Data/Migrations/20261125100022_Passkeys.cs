using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Passkeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IdentityPasskeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    CredentialId = table.Column<byte[]>(maxLength: 1023, nullable: false),
                    Name = table.Column<string>(maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    LastUsedAt = table.Column<DateTime>(nullable: true),
                    PublicKey = table.Column<byte[]>(nullable: false),
                    SignCount = table.Column<long>(nullable: false),
                    Transports = table.Column<string>(maxLength: 200, nullable: false),
                    IsBackupEligible = table.Column<bool>(nullable: false),
                    IsBackedUp = table.Column<bool>(nullable: false),
                    LastQuestion = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityPasskeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityPasskeys_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityPasskeys_CredentialId",
                table: "IdentityPasskeys",
                column: "CredentialId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentityPasskeys_UserId",
                table: "IdentityPasskeys",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityPasskeys");
        }
    }
}
