using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class LegacyLogins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "LegacyClosesAt",
                table: "IdentityUsers",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LegacyCompanyId",
                table: "IdentityUsers",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TermsAcceptedAt",
                table: "IdentityUsers",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TermsVersion",
                table: "IdentityUsers",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IdentityLegacyAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    NumbersKey = table.Column<string>(maxLength: 400, nullable: false),
                    Numbers = table.Column<string>(maxLength: 4500, nullable: false),
                    Emails = table.Column<string>(maxLength: 5200, nullable: false),
                    LinkHash = table.Column<string>(maxLength: 64, nullable: true),
                    LinkExpiresAt = table.Column<DateTime>(nullable: true),
                    RemindedAt = table.Column<DateTime>(nullable: true),
                    DoneAt = table.Column<DateTime>(nullable: true),
                    MigratedTo = table.Column<Guid>(nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityLegacyAccounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityLegacyAccounts_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityLegacyMigrations",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    Email = table.Column<string>(maxLength: 254, nullable: false),
                    CodeHash = table.Column<string>(maxLength: 64, nullable: true),
                    CodeExpiresAt = table.Column<DateTime>(nullable: false),
                    CodeTries = table.Column<int>(nullable: false),
                    VerifiedAt = table.Column<DateTime>(nullable: true),
                    Name = table.Column<string>(maxLength: 120, nullable: true),
                    PasswordHash = table.Column<string>(maxLength: 256, nullable: true),
                    JoinedId = table.Column<Guid>(nullable: true),
                    FactorProven = table.Column<bool>(nullable: false),
                    CustomerProven = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityLegacyMigrations", x => x.SessionId);
                    table.ForeignKey(
                        name: "FK_IdentityLegacyMigrations_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityUsers_LegacyCompanyId",
                table: "IdentityUsers",
                column: "LegacyCompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityLegacyAccounts_TenantId_LinkHash",
                table: "IdentityLegacyAccounts",
                columns: new[] { "TenantId", "LinkHash" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityLegacyAccounts_TenantId_UserId",
                table: "IdentityLegacyAccounts",
                columns: new[] { "TenantId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentityLegacyAccounts_UserId",
                table: "IdentityLegacyAccounts",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityLegacyMigrations_UserId",
                table: "IdentityLegacyMigrations",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityLegacyAccounts");

            migrationBuilder.DropTable(
                name: "IdentityLegacyMigrations");

            migrationBuilder.DropIndex(
                name: "IX_IdentityUsers_LegacyCompanyId",
                table: "IdentityUsers");

            migrationBuilder.DropColumn(
                name: "LegacyClosesAt",
                table: "IdentityUsers");

            migrationBuilder.DropColumn(
                name: "LegacyCompanyId",
                table: "IdentityUsers");

            migrationBuilder.DropColumn(
                name: "TermsAcceptedAt",
                table: "IdentityUsers");

            migrationBuilder.DropColumn(
                name: "TermsVersion",
                table: "IdentityUsers");
        }
    }
}
