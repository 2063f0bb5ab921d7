using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Vault.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "VaultConsents",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    UserName = table.Column<string>(maxLength: 200, nullable: false),
                    Provider = table.Column<string>(maxLength: 60, nullable: false),
                    Account = table.Column<string>(maxLength: 140, nullable: false),
                    Label = table.Column<string>(maxLength: 140, nullable: false),
                    Purpose = table.Column<string>(maxLength: 60, nullable: false),
                    GrantedAt = table.Column<DateTime>(nullable: false),
                    ValidUntil = table.Column<DateTime>(nullable: true),
                    NeedsFreshFactor = table.Column<bool>(nullable: false),
                    LastUsedAt = table.Column<DateTime>(nullable: true),
                    Uses = table.Column<long>(nullable: false),
                    RevokedAt = table.Column<DateTime>(nullable: true),
                    RevokedByName = table.Column<string>(maxLength: 200, nullable: true),
                    LeasedUntil = table.Column<DateTime>(nullable: true),
                    Lease = table.Column<Guid>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VaultConsents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VaultDataKeyRotations",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    StartedAt = table.Column<DateTime>(nullable: false),
                    FinishedAt = table.Column<DateTime>(nullable: true),
                    Total = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VaultDataKeyRotations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VaultMasterKeys",
                columns: table => new
                {
                    Version = table.Column<int>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    KmsProvider = table.Column<string>(maxLength: 20, nullable: false),
                    KmsKeyId = table.Column<string>(maxLength: 300, nullable: false),
                    Wrapped = table.Column<byte[]>(maxLength: 1024, nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    RetiredAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VaultMasterKeys", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "VaultSecrets",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    BindingHash = table.Column<byte[]>(maxLength: 32, nullable: false),
                    MasterKeyVersion = table.Column<int>(nullable: false),
                    DataKeyVersion = table.Column<int>(nullable: false),
                    WrappedDataKey = table.Column<byte[]>(maxLength: 100, nullable: false),
                    Ciphertext = table.Column<byte[]>(nullable: false),
                    DataKeyCreatedAt = table.Column<DateTime>(nullable: false),
                    Damage = table.Column<string>(maxLength: 60, nullable: true),
                    Stamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VaultSecrets", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_VaultConsents_TenantId_Id",
                table: "VaultConsents",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_VaultConsents_TenantId_UserId_Id",
                table: "VaultConsents",
                columns: new[] { "TenantId", "UserId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_VaultSecrets_DataKeyCreatedAt_Id",
                table: "VaultSecrets",
                columns: new[] { "DataKeyCreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_VaultSecrets_MasterKeyVersion_Id",
                table: "VaultSecrets",
                columns: new[] { "MasterKeyVersion", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "VaultConsents");

            migrationBuilder.DropTable(
                name: "VaultDataKeyRotations");

            migrationBuilder.DropTable(
                name: "VaultMasterKeys");

            migrationBuilder.DropTable(
                name: "VaultSecrets");
        }
    }
}
