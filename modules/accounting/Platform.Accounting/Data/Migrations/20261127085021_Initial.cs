using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Accounting.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccountingAccountants",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    EngagementId = table.Column<Guid>(nullable: true),
                    FirmId = table.Column<Guid>(nullable: true),
                    Name = table.Column<string>(maxLength: 140, nullable: false),
                    Email = table.Column<string>(maxLength: 140, nullable: false),
                    Phone = table.Column<string>(maxLength: 35, nullable: false),
                    Language = table.Column<string>(maxLength: 8, nullable: false),
                    Since = table.Column<DateTime>(nullable: false),
                    EndedAt = table.Column<DateTime>(nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingAccountants", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountingDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 255, nullable: false),
                    Type = table.Column<string>(maxLength: 40, nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    MediaType = table.Column<string>(maxLength: 100, nullable: false),
                    Size = table.Column<long>(nullable: false),
                    Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                    Crc32 = table.Column<long>(nullable: false),
                    UploadedAt = table.Column<DateTime>(nullable: false),
                    UploadedBy = table.Column<Guid>(nullable: true),
                    UploadedByName = table.Column<string>(maxLength: 256, nullable: true),
                    TrashedAt = table.Column<DateTime>(nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingDocuments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountingDocumentInvoices",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    SellerName = table.Column<string>(maxLength: 140, nullable: true),
                    SellerVatNumber = table.Column<string>(maxLength: 40, nullable: true),
                    Number = table.Column<string>(maxLength: 140, nullable: true),
                    IssuedOn = table.Column<DateOnly>(nullable: true),
                    DueOn = table.Column<DateOnly>(nullable: true),
                    IsCreditNote = table.Column<bool>(nullable: false),
                    Currency = table.Column<string>(maxLength: 40, nullable: true),
                    PayableCents = table.Column<long>(nullable: true),
                    Iban = table.Column<string>(maxLength: 40, nullable: true),
                    TransferId = table.Column<Guid>(nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingDocumentInvoices", x => x.DocumentId);
                    table.ForeignKey(
                        name: "FK_AccountingDocumentInvoices_AccountingDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "AccountingDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingAccountants_TenantId",
                table: "AccountingAccountants",
                column: "TenantId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountingDocumentInvoices_TenantId_Number",
                table: "AccountingDocumentInvoices",
                columns: new[] { "TenantId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingDocuments_TenantId_Id",
                table: "AccountingDocuments",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingDocuments_TenantId_Sha256",
                table: "AccountingDocuments",
                columns: new[] { "TenantId", "Sha256" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountingAccountants");

            migrationBuilder.DropTable(
                name: "AccountingDocumentInvoices");

            migrationBuilder.DropTable(
                name: "AccountingDocuments");
        }
    }
}
