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
                    ScannedAt = table.Column<DateTime>(nullable: true),
                    TrashedAt = table.Column<DateTime>(nullable: true),
                    Tags = table.Column<string>(maxLength: 310, nullable: false),
                    SearchText = table.Column<string>(maxLength: 1701, nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingDocuments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountingDocumentUploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 255, nullable: false),
                    Size = table.Column<long>(nullable: false),
                    Type = table.Column<string>(maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(nullable: true),
                    Received = table.Column<long>(nullable: false),
                    DocumentId = table.Column<Guid>(nullable: true),
                    ChangedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingDocumentUploads", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingAccountants_TenantId",
                table: "AccountingAccountants",
                column: "TenantId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountingDocuments_TenantId_Id",
                table: "AccountingDocuments",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingDocuments_TenantId_Sha256",
                table: "AccountingDocuments",
                columns: new[] { "TenantId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingDocuments_TenantId_TrashedAt",
                table: "AccountingDocuments",
                columns: new[] { "TenantId", "TrashedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingDocumentUploads_TenantId_ChangedAt",
                table: "AccountingDocumentUploads",
                columns: new[] { "TenantId", "ChangedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountingAccountants");

            migrationBuilder.DropTable(
                name: "AccountingDocuments");

            migrationBuilder.DropTable(
                name: "AccountingDocumentUploads");
        }
    }
}
