using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Places : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PhoneNumber",
                table: "IdentityUsers",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IdentityAdmittedAddresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    SessionId = table.Column<Guid>(nullable: true),
                    Network = table.Column<string>(maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityAdmittedAddresses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityAdmittedAddresses_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityAllowedAddresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Network = table.Column<string>(maxLength: 64, nullable: false),
                    Label = table.Column<string>(maxLength: 100, nullable: false),
                    AddedBy = table.Column<Guid>(nullable: true),
                    AddedAt = table.Column<DateTime>(nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityAllowedAddresses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdentitySentCodes",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(nullable: false),
                    Purpose = table.Column<string>(maxLength: 16, nullable: false),
                    CompanyId = table.Column<Guid>(nullable: false),
                    Id = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    Network = table.Column<string>(maxLength: 64, nullable: false),
                    SealedHash = table.Column<string>(maxLength: 600, nullable: false),
                    Number = table.Column<string>(maxLength: 16, nullable: true),
                    Tries = table.Column<int>(nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentitySentCodes", x => new { x.SessionId, x.Purpose, x.CompanyId });
                    table.ForeignKey(
                        name: "FK_IdentitySentCodes_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityAdmittedAddresses_TenantId_UserId",
                table: "IdentityAdmittedAddresses",
                columns: new[] { "TenantId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityAdmittedAddresses_UserId",
                table: "IdentityAdmittedAddresses",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityAllowedAddresses_TenantId_Network",
                table: "IdentityAllowedAddresses",
                columns: new[] { "TenantId", "Network" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySentCodes_ExpiresAt",
                table: "IdentitySentCodes",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySentCodes_UserId",
                table: "IdentitySentCodes",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityAdmittedAddresses");

            migrationBuilder.DropTable(
                name: "IdentityAllowedAddresses");

            migrationBuilder.DropTable(
                name: "IdentitySentCodes");

            migrationBuilder.DropColumn(
                name: "PhoneNumber",
                table: "IdentityUsers");
        }
    }
}
