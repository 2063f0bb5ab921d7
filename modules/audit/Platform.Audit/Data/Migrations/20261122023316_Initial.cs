using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Audit.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Time = table.Column<DateTime>(nullable: false),
                    UserId = table.Column<Guid>(nullable: true),
                    UserName = table.Column<string>(maxLength: 256, nullable: true),
                    UserEmail = table.Column<string>(maxLength: 320, nullable: true),
                    SessionId = table.Column<Guid>(nullable: true),
                    ClientAddress = table.Column<string>(maxLength: 64, nullable: true),
                    Device = table.Column<string>(maxLength: 256, nullable: true),
                    Action = table.Column<string>(maxLength: 128, nullable: false),
                    EntityType = table.Column<string>(maxLength: 128, nullable: true),
                    EntityId = table.Column<string>(maxLength: 256, nullable: true),
                    CorrelationId = table.Column<string>(maxLength: 64, nullable: true),
                    Changes = table.Column<string>(nullable: false),
                    PersonText = table.Column<string>(maxLength: 600, nullable: false),
                    SearchText = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_Action_Id",
                table: "AuditEntries",
                columns: new[] { "TenantId", "Action", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_CorrelationId",
                table: "AuditEntries",
                columns: new[] { "TenantId", "CorrelationId" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_EntityType_EntityId_Id",
                table: "AuditEntries",
                columns: new[] { "TenantId", "EntityType", "EntityId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_Id",
                table: "AuditEntries",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_UserId_Id",
                table: "AuditEntries",
                columns: new[] { "TenantId", "UserId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");
        }
    }
}
