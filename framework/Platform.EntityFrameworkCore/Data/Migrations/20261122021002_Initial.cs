using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.EntityFrameworkCore.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PlatformCapturedMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SentAt = table.Column<DateTime>(nullable: false),
                    To = table.Column<string>(maxLength: 320, nullable: false),
                    Subject = table.Column<string>(maxLength: 400, nullable: false),
                    Text = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformCapturedMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlatformInbox",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(nullable: false),
                    Handler = table.Column<string>(maxLength: 300, nullable: false),
                    ProcessedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformInbox", x => new { x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "PlatformKeyRing",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    Xml = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformKeyRing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlatformOutbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: true),
                    Type = table.Column<string>(maxLength: 300, nullable: false),
                    Payload = table.Column<string>(nullable: false),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    NextAttemptAt = table.Column<DateTime>(nullable: false),
                    Attempts = table.Column<int>(nullable: false),
                    LastError = table.Column<string>(maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformOutbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlatformSettings",
                columns: table => new
                {
                    Name = table.Column<string>(maxLength: 128, nullable: false),
                    Level = table.Column<string>(maxLength: 40, nullable: false),
                    Key = table.Column<Guid>(nullable: false),
                    Value = table.Column<string>(maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformSettings", x => new { x.Name, x.Level, x.Key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PlatformInbox_ProcessedAt",
                table: "PlatformInbox",
                column: "ProcessedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformOutbox_NextAttemptAt",
                table: "PlatformOutbox",
                column: "NextAttemptAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlatformCapturedMails");

            migrationBuilder.DropTable(
                name: "PlatformInbox");

            migrationBuilder.DropTable(
                name: "PlatformKeyRing");

            migrationBuilder.DropTable(
                name: "PlatformOutbox");

            migrationBuilder.DropTable(
                name: "PlatformSettings");
        }
    }
}
