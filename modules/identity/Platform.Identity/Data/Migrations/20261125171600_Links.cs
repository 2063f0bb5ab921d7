using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityPasswordResets");

            migrationBuilder.DropIndex(
                name: "IX_IdentityLegacyAccounts_TenantId_LinkHash",
                table: "IdentityLegacyAccounts");

            // By hand: EF Core would build the tables anew on SQLite, outside of the transaction.
            migrationBuilder.Sql("""ALTER TABLE "IdentityLegacyMigrations" DROP COLUMN "CodeExpiresAt" """);

            migrationBuilder.Sql("""ALTER TABLE "IdentityLegacyMigrations" DROP COLUMN "CodeHash" """);

            migrationBuilder.Sql("""ALTER TABLE "IdentityLegacyMigrations" DROP COLUMN "CodeTries" """);

            migrationBuilder.Sql("""ALTER TABLE "IdentityLegacyAccounts" DROP COLUMN "LinkExpiresAt" """);

            migrationBuilder.Sql("""ALTER TABLE "IdentityLegacyAccounts" DROP COLUMN "LinkHash" """);

            migrationBuilder.Sql("""ALTER TABLE "IdentityInvitations" DROP COLUMN "TokenHash" """);

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "IdentityLegacyMigrations",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IdentityLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 64, nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: true),
                    Recipient = table.Column<string>(maxLength: 254, nullable: false),
                    TokenHash = table.Column<string>(maxLength: 64, nullable: false),
                    MadeBy = table.Column<Guid>(nullable: true),
                    MadeAt = table.Column<DateTime>(nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false),
                    MostUses = table.Column<int>(nullable: true),
                    Uses = table.Column<int>(nullable: false),
                    LastUsedAt = table.Column<DateTime>(nullable: true),
                    RevokedAt = table.Column<DateTime>(nullable: true),
                    IsReplaced = table.Column<bool>(nullable: false),
                    RefusedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityLinks_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityLinks_TenantId_ExpiresAt",
                table: "IdentityLinks",
                columns: new[] { "TenantId", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityLinks_TenantId_Kind_SubjectId",
                table: "IdentityLinks",
                columns: new[] { "TenantId", "Kind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityLinks_TokenHash",
                table: "IdentityLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentityLinks_UserId",
                table: "IdentityLinks",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityLinks");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "IdentityLegacyMigrations");

            migrationBuilder.AddColumn<DateTime>(
                name: "CodeExpiresAt",
                table: "IdentityLegacyMigrations",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "CodeHash",
                table: "IdentityLegacyMigrations",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CodeTries",
                table: "IdentityLegacyMigrations",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "LinkExpiresAt",
                table: "IdentityLegacyAccounts",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LinkHash",
                table: "IdentityLegacyAccounts",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TokenHash",
                table: "IdentityInvitations",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "IdentityPasswordResets",
                columns: table => new
                {
                    UserId = table.Column<Guid>(nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false),
                    TokenHash = table.Column<string>(maxLength: 64, nullable: false)
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
                name: "IX_IdentityLegacyAccounts_TenantId_LinkHash",
                table: "IdentityLegacyAccounts",
                columns: new[] { "TenantId", "LinkHash" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityPasswordResets_TokenHash",
                table: "IdentityPasswordResets",
                column: "TokenHash",
                unique: true);
        }
    }
}
