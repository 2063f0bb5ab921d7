using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Accounting.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class MailIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MailMessageId",
                table: "AccountingDocuments",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MailSubject",
                table: "AccountingDocuments",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MailedBy",
                table: "AccountingDocuments",
                maxLength: 254,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountingAllowedSenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Sender = table.Column<string>(maxLength: 254, nullable: false),
                    Since = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingAllowedSenders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountingInboxAddresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Token = table.Column<string>(maxLength: 12, nullable: false),
                    Since = table.Column<DateTime>(nullable: false),
                    EndedAt = table.Column<DateTime>(nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingInboxAddresses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountingReceivedMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Sender = table.Column<string>(maxLength: 254, nullable: false),
                    Subject = table.Column<string>(maxLength: 255, nullable: false),
                    MessageId = table.Column<string>(maxLength: 255, nullable: false),
                    Fingerprint = table.Column<string>(maxLength: 64, nullable: false),
                    Documents = table.Column<int>(nullable: false),
                    ReceivedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingReceivedMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountingRefusedSenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Sender = table.Column<string>(maxLength: 254, nullable: false),
                    Times = table.Column<int>(nullable: false),
                    LastAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingRefusedSenders", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingAllowedSenders_TenantId_Sender",
                table: "AccountingAllowedSenders",
                columns: new[] { "TenantId", "Sender" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountingInboxAddresses_TenantId",
                table: "AccountingInboxAddresses",
                column: "TenantId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountingInboxAddresses_TenantId_Token",
                table: "AccountingInboxAddresses",
                columns: new[] { "TenantId", "Token" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountingReceivedMails_TenantId_Fingerprint",
                table: "AccountingReceivedMails",
                columns: new[] { "TenantId", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountingReceivedMails_TenantId_ReceivedAt",
                table: "AccountingReceivedMails",
                columns: new[] { "TenantId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingRefusedSenders_TenantId_Sender",
                table: "AccountingRefusedSenders",
                columns: new[] { "TenantId", "Sender" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountingAllowedSenders");

            migrationBuilder.DropTable(
                name: "AccountingInboxAddresses");

            migrationBuilder.DropTable(
                name: "AccountingReceivedMails");

            migrationBuilder.DropTable(
                name: "AccountingRefusedSenders");

            migrationBuilder.DropColumn(
                name: "MailMessageId",
                table: "AccountingDocuments");

            migrationBuilder.DropColumn(
                name: "MailSubject",
                table: "AccountingDocuments");

            migrationBuilder.DropColumn(
                name: "MailedBy",
                table: "AccountingDocuments");
        }
    }
}
