using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Notifications.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NotificationsNotifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    TextKey = table.Column<string>(maxLength: 128, nullable: false),
                    Data = table.Column<string>(maxLength: 2000, nullable: false),
                    Severity = table.Column<string>(maxLength: 40, nullable: false),
                    Url = table.Column<string>(maxLength: 400, nullable: false),
                    Key = table.Column<string>(maxLength: 128, nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    ReadAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotificationsNotifications", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NotificationsNotifications_TenantId_Key",
                table: "NotificationsNotifications",
                columns: new[] { "TenantId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_NotificationsNotifications_TenantId_UserId_Id",
                table: "NotificationsNotifications",
                columns: new[] { "TenantId", "UserId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_NotificationsNotifications_TenantId_UserId_ReadAt_Id",
                table: "NotificationsNotifications",
                columns: new[] { "TenantId", "UserId", "ReadAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NotificationsNotifications");
        }
    }
}
