using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class LimitsAndDelegations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IdentityDelegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    FromUserId = table.Column<Guid>(nullable: false),
                    ToUserId = table.Column<Guid>(nullable: false),
                    StartsAt = table.Column<DateTime>(nullable: false),
                    EndsAt = table.Column<DateTime>(nullable: false),
                    Permissions = table.Column<string>(maxLength: 4000, nullable: false),
                    CreatedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityDelegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityDelegations_IdentityUsers_FromUserId",
                        column: x => x.FromUserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IdentityDelegations_IdentityUsers_ToUserId",
                        column: x => x.ToUserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityRightLimits",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(nullable: false),
                    HolderId = table.Column<Guid>(nullable: false),
                    Scope = table.Column<string>(maxLength: 128, nullable: false),
                    Value = table.Column<string>(maxLength: 3300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityRightLimits", x => new { x.TenantId, x.HolderId, x.Scope });
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityDelegations_FromUserId",
                table: "IdentityDelegations",
                column: "FromUserId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityDelegations_TenantId_FromUserId_EndsAt",
                table: "IdentityDelegations",
                columns: new[] { "TenantId", "FromUserId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityDelegations_TenantId_ToUserId_EndsAt",
                table: "IdentityDelegations",
                columns: new[] { "TenantId", "ToUserId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityDelegations_ToUserId",
                table: "IdentityDelegations",
                column: "ToUserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityDelegations");

            migrationBuilder.DropTable(
                name: "IdentityRightLimits");
        }
    }
}
