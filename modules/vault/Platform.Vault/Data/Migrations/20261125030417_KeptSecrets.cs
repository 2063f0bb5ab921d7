using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Vault.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class KeptSecrets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "VaultKeptSecrets",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    Owner = table.Column<string>(maxLength: 60, nullable: false),
                    Name = table.Column<string>(maxLength: 140, nullable: false),
                    SecretId = table.Column<Guid>(nullable: false),
                    SetAt = table.Column<DateTime>(nullable: false),
                    SetByName = table.Column<string>(maxLength: 200, nullable: true),
                    LastUsedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VaultKeptSecrets", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_VaultKeptSecrets_SecretId",
                table: "VaultKeptSecrets",
                column: "SecretId");

            migrationBuilder.CreateIndex(
                name: "IX_VaultKeptSecrets_TenantId_UserId_Owner_Name",
                table: "VaultKeptSecrets",
                columns: new[] { "TenantId", "UserId", "Owner", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "VaultKeptSecrets");
        }
    }
}
