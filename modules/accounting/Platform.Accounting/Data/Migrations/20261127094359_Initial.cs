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
                name: "AccountingDocumentMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    DocumentId = table.Column<Guid>(nullable: false),
                    IsFromAccountant = table.Column<bool>(nullable: false),
                    Text = table.Column<string>(maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    By = table.Column<string>(maxLength: 256, nullable: true),
                    Firm = table.Column<string>(maxLength: 140, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingDocumentMessages", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "AccountingHandoffCounters",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(nullable: false),
                    Last = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingHandoffCounters", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "AccountingHandoffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Key = table.Column<Guid>(nullable: false),
                    BaseId = table.Column<Guid>(nullable: true),
                    Language = table.Column<string>(maxLength: 8, nullable: false),
                    AccountantId = table.Column<Guid>(nullable: false),
                    RecipientName = table.Column<string>(maxLength: 140, nullable: false),
                    RecipientEmail = table.Column<string>(maxLength: 140, nullable: false),
                    RecipientLanguage = table.Column<string>(maxLength: 8, nullable: false),
                    MadeAt = table.Column<DateTime>(nullable: false),
                    MadeBy = table.Column<Guid>(nullable: true),
                    MadeByName = table.Column<string>(maxLength: 256, nullable: true),
                    PeriodFrom = table.Column<DateOnly>(nullable: true),
                    PeriodTo = table.Column<DateOnly>(nullable: true),
                    Message = table.Column<string>(maxLength: 1000, nullable: true),
                    Count = table.Column<int>(nullable: false),
                    Size = table.Column<long>(nullable: false),
                    RevokedAt = table.Column<DateTime>(nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingHandoffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountingHandoffs_AccountingHandoffs_BaseId",
                        column: x => x.BaseId,
                        principalTable: "AccountingHandoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountingQueueItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ClientId = table.Column<Guid>(nullable: false),
                    DocumentId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 255, nullable: false),
                    Type = table.Column<string>(maxLength: 40, nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Size = table.Column<long>(nullable: false),
                    ArrivedAt = table.Column<DateTime>(nullable: false),
                    SearchText = table.Column<string>(maxLength: 1185, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingQueueItems", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "AccountingHandoffDownloads",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    HandoffId = table.Column<Guid>(nullable: false),
                    LinkId = table.Column<Guid>(nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    UserId = table.Column<Guid>(nullable: true),
                    UserName = table.Column<string>(maxLength: 256, nullable: true),
                    ClientAddress = table.Column<string>(maxLength: 64, nullable: true),
                    Device = table.Column<string>(maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingHandoffDownloads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountingHandoffDownloads_AccountingHandoffs_HandoffId",
                        column: x => x.HandoffId,
                        principalTable: "AccountingHandoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountingHandoffItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    HandoffId = table.Column<Guid>(nullable: false),
                    Position = table.Column<int>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    DocumentId = table.Column<Guid>(nullable: true),
                    Type = table.Column<string>(maxLength: 40, nullable: true),
                    Size = table.Column<long>(nullable: false),
                    Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                    Crc32 = table.Column<long>(nullable: false),
                    BlobName = table.Column<string>(maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingHandoffItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountingHandoffItems_AccountingHandoffs_HandoffId",
                        column: x => x.HandoffId,
                        principalTable: "AccountingHandoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "IX_AccountingDocumentMessages_TenantId_DocumentId_Id",
                table: "AccountingDocumentMessages",
                columns: new[] { "TenantId", "DocumentId", "Id" });

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

            migrationBuilder.CreateIndex(
                name: "IX_AccountingHandoffDownloads_HandoffId_Id",
                table: "AccountingHandoffDownloads",
                columns: new[] { "HandoffId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingHandoffItems_HandoffId_Position",
                table: "AccountingHandoffItems",
                columns: new[] { "HandoffId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountingHandoffItems_TenantId_DocumentId",
                table: "AccountingHandoffItems",
                columns: new[] { "TenantId", "DocumentId" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingHandoffs_BaseId",
                table: "AccountingHandoffs",
                column: "BaseId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountingHandoffs_TenantId_Key",
                table: "AccountingHandoffs",
                columns: new[] { "TenantId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountingHandoffs_TenantId_Number",
                table: "AccountingHandoffs",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountingQueueItems_TenantId_ClientId_State",
                table: "AccountingQueueItems",
                columns: new[] { "TenantId", "ClientId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingQueueItems_TenantId_DocumentId",
                table: "AccountingQueueItems",
                columns: new[] { "TenantId", "DocumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountingQueueItems_TenantId_Id",
                table: "AccountingQueueItems",
                columns: new[] { "TenantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountingAccountants");

            migrationBuilder.DropTable(
                name: "AccountingDocumentInvoices");

            migrationBuilder.DropTable(
                name: "AccountingDocumentMessages");

            migrationBuilder.DropTable(
                name: "AccountingDocumentUploads");

            migrationBuilder.DropTable(
                name: "AccountingHandoffCounters");

            migrationBuilder.DropTable(
                name: "AccountingHandoffDownloads");

            migrationBuilder.DropTable(
                name: "AccountingHandoffItems");

            migrationBuilder.DropTable(
                name: "AccountingQueueItems");

            migrationBuilder.DropTable(
                name: "AccountingDocuments");

            migrationBuilder.DropTable(
                name: "AccountingHandoffs");
        }
    }
}
