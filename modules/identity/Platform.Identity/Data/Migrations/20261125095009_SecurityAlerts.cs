using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class SecurityAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AlertedUntil",
                table: "IdentityFailureCounters",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IdentityKnownDevices",
                columns: table => new
                {
                    UserId = table.Column<Guid>(nullable: false),
                    Hash = table.Column<string>(maxLength: 64, nullable: false),
                    LastSeenAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityKnownDevices", x => new { x.UserId, x.Hash });
                    table.ForeignKey(
                        name: "FK_IdentityKnownDevices_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentitySecurityAlerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 32, nullable: false),
                    Subject = table.Column<string>(maxLength: 400, nullable: false),
                    UserId = table.Column<Guid>(nullable: true),
                    Address = table.Column<string>(maxLength: 64, nullable: false),
                    FirstAt = table.Column<DateTime>(nullable: false),
                    LastAt = table.Column<DateTime>(nullable: false),
                    Count = table.Column<int>(nullable: false),
                    SettledAt = table.Column<DateTime>(nullable: true),
                    SettledBy = table.Column<Guid>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentitySecurityAlerts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySecurityAlerts_TenantId_LastAt",
                table: "IdentitySecurityAlerts",
                columns: new[] { "TenantId", "LastAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityKnownDevices");

            migrationBuilder.DropTable(
                name: "IdentitySecurityAlerts");

            migrationBuilder.DropColumn(
                name: "AlertedUntil",
                table: "IdentityFailureCounters");
        }
    }
}
