using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SepaCreditorAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 70, nullable: false),
                    Iban = table.Column<string>(maxLength: 34, nullable: false),
                    Bic = table.Column<string>(maxLength: 11, nullable: true),
                    BankName = table.Column<string>(maxLength: 70, nullable: false),
                    CreditorName = table.Column<string>(maxLength: 70, nullable: false),
                    CreditorIdentifier = table.Column<string>(maxLength: 35, nullable: false),
                    CreditorKey = table.Column<string>(maxLength: 35, nullable: false),
                    Version = table.Column<string>(maxLength: 40, nullable: false),
                    AddressStyle = table.Column<string>(maxLength: 40, nullable: false),
                    NewDebtorAccountPlace = table.Column<string>(maxLength: 40, nullable: false),
                    BatchBooking = table.Column<bool>(nullable: false),
                    BicRequired = table.Column<bool>(nullable: false),
                    UsesFrst = table.Column<bool>(nullable: false),
                    CutOff = table.Column<TimeOnly>(nullable: false),
                    TimeZone = table.Column<string>(maxLength: 64, nullable: false),
                    LeadDays = table.Column<int>(nullable: false),
                    SecondApprovalAboveCents = table.Column<long>(nullable: true),
                    Status = table.Column<string>(maxLength: 40, nullable: false),
                    LastEditedBy = table.Column<Guid>(nullable: false),
                    LastEditedByName = table.Column<string>(maxLength: 200, nullable: true),
                    LastEditedAt = table.Column<DateTime>(nullable: false),
                    ApprovedBy = table.Column<Guid>(nullable: true),
                    ApprovedByName = table.Column<string>(maxLength: 200, nullable: true),
                    ApprovedAt = table.Column<DateTime>(nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Street = table.Column<string>(maxLength: 70, nullable: true),
                    BuildingNumber = table.Column<string>(maxLength: 16, nullable: true),
                    PostalCode = table.Column<string>(maxLength: 16, nullable: true),
                    Town = table.Column<string>(maxLength: 35, nullable: true),
                    Country = table.Column<string>(maxLength: 2, nullable: true),
                    AddressLine1 = table.Column<string>(maxLength: 70, nullable: true),
                    AddressLine2 = table.Column<string>(maxLength: 70, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaCreditorAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SepaImportBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    FileName = table.Column<string>(maxLength: 255, nullable: false),
                    CreditorKey = table.Column<string>(maxLength: 35, nullable: false),
                    BlobName = table.Column<string>(maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                    Size = table.Column<long>(nullable: false),
                    Status = table.Column<string>(maxLength: 40, nullable: false),
                    Encoding = table.Column<string>(maxLength: 20, nullable: false),
                    Delimiter = table.Column<string>(maxLength: 1, nullable: false),
                    SkippedLines = table.Column<int>(nullable: false),
                    DecimalSign = table.Column<string>(maxLength: 40, nullable: false),
                    Columns = table.Column<string>(nullable: false),
                    Mapping = table.Column<string>(nullable: false),
                    RowCount = table.Column<int>(nullable: false),
                    ValidRows = table.Column<int>(nullable: false),
                    InvalidRows = table.Column<int>(nullable: false),
                    SkippedRows = table.Column<int>(nullable: false),
                    WarningRows = table.Column<int>(nullable: false),
                    ValidCents = table.Column<long>(nullable: false),
                    DuplicateOfId = table.Column<Guid>(nullable: true),
                    CreatedBy = table.Column<Guid>(nullable: false),
                    CreatedByName = table.Column<string>(maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    ConfirmedBy = table.Column<Guid>(nullable: true),
                    ConfirmedByName = table.Column<string>(maxLength: 200, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaImportBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SepaImportMappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    HeaderFingerprint = table.Column<string>(maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(nullable: false),
                    DecimalSign = table.Column<string>(maxLength: 40, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaImportMappings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SepaMandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    CreditorKey = table.Column<string>(maxLength: 35, nullable: false),
                    Reference = table.Column<string>(maxLength: 35, nullable: false),
                    ReferenceKey = table.Column<string>(maxLength: 35, nullable: false),
                    Scheme = table.Column<string>(maxLength: 40, nullable: false),
                    Type = table.Column<string>(maxLength: 40, nullable: false),
                    Status = table.Column<string>(maxLength: 40, nullable: false),
                    SignedOn = table.Column<DateOnly>(nullable: true),
                    DebtorName = table.Column<string>(maxLength: 70, nullable: false),
                    DebtorIban = table.Column<string>(maxLength: 34, nullable: false),
                    DebtorBic = table.Column<string>(maxLength: 11, nullable: true),
                    Email = table.Column<string>(maxLength: 254, nullable: true),
                    Language = table.Column<string>(maxLength: 2, nullable: true),
                    LastCollectedOn = table.Column<DateOnly>(nullable: true),
                    DebtorAccountChanged = table.Column<bool>(nullable: false),
                    ImportBatchId = table.Column<Guid>(nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    SearchText = table.Column<string>(maxLength: 160, nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Street = table.Column<string>(maxLength: 70, nullable: true),
                    BuildingNumber = table.Column<string>(maxLength: 16, nullable: true),
                    PostalCode = table.Column<string>(maxLength: 16, nullable: true),
                    Town = table.Column<string>(maxLength: 35, nullable: true),
                    Country = table.Column<string>(maxLength: 2, nullable: true),
                    AddressLine1 = table.Column<string>(maxLength: 70, nullable: true),
                    AddressLine2 = table.Column<string>(maxLength: 70, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaMandates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SepaRemittanceCounters",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    Last = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaRemittanceCounters", x => new { x.TenantId, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "SepaRemittances",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 20, nullable: false),
                    CreditorAccountId = table.Column<Guid>(nullable: false),
                    CreditorAccountName = table.Column<string>(maxLength: 70, nullable: false),
                    Title = table.Column<string>(maxLength: 70, nullable: false),
                    Scheme = table.Column<string>(maxLength: 40, nullable: false),
                    Status = table.Column<string>(maxLength: 40, nullable: false),
                    Count = table.Column<int>(nullable: false),
                    TotalCents = table.Column<long>(nullable: false),
                    FirstCollectionOn = table.Column<DateOnly>(nullable: true),
                    ErrorCount = table.Column<int>(nullable: false),
                    WarningCount = table.Column<int>(nullable: false),
                    WarningsFingerprint = table.Column<string>(maxLength: 64, nullable: false),
                    CreatedBy = table.Column<Guid>(nullable: false),
                    CreatedByName = table.Column<string>(maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    Preparers = table.Column<string>(maxLength: 4000, nullable: false),
                    WarningsAcknowledgedBy = table.Column<Guid>(nullable: true),
                    WarningsAcknowledgedByName = table.Column<string>(maxLength: 200, nullable: true),
                    WarningsAcknowledgedAt = table.Column<DateTime>(nullable: true),
                    SubmittedBy = table.Column<Guid>(nullable: true),
                    SubmittedByName = table.Column<string>(maxLength: 200, nullable: true),
                    SubmittedAt = table.Column<DateTime>(nullable: true),
                    RejectedBy = table.Column<Guid>(nullable: true),
                    RejectedByName = table.Column<string>(maxLength: 200, nullable: true),
                    RejectedAt = table.Column<DateTime>(nullable: true),
                    RejectionReason = table.Column<string>(maxLength: 500, nullable: true),
                    Round = table.Column<int>(nullable: false),
                    RequiredApprovals = table.Column<int>(nullable: false),
                    ContentHash = table.Column<string>(maxLength: 64, nullable: true),
                    FileBlobName = table.Column<string>(maxLength: 200, nullable: true),
                    FileMessageId = table.Column<string>(maxLength: 35, nullable: true),
                    FileVersion = table.Column<string>(maxLength: 40, nullable: true),
                    FileSize = table.Column<long>(nullable: true),
                    FileSha256 = table.Column<string>(maxLength: 64, nullable: true),
                    IssuedAt = table.Column<DateTime>(nullable: true),
                    SearchText = table.Column<string>(maxLength: 100, nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaRemittances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaRemittances_SepaCreditorAccounts_CreditorAccountId",
                        column: x => x.CreditorAccountId,
                        principalTable: "SepaCreditorAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SepaImportRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    BatchId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    Cells = table.Column<string>(nullable: false),
                    Findings = table.Column<string>(nullable: true),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    HasWarnings = table.Column<bool>(nullable: false),
                    Corrected = table.Column<bool>(nullable: false),
                    UniqueKey = table.Column<string>(maxLength: 35, nullable: true),
                    AmountCents = table.Column<long>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaImportRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaImportRows_SepaImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "SepaImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SepaMandateEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    MandateId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    UserId = table.Column<Guid>(nullable: true),
                    UserName = table.Column<string>(maxLength: 200, nullable: true),
                    Note = table.Column<string>(maxLength: 500, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaMandateEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaMandateEvents_SepaMandates_MandateId",
                        column: x => x.MandateId,
                        principalTable: "SepaMandates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SepaCheckFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    RemittanceId = table.Column<Guid>(nullable: false),
                    CollectionId = table.Column<Guid>(nullable: true),
                    Code = table.Column<string>(maxLength: 80, nullable: false),
                    Severity = table.Column<string>(maxLength: 40, nullable: false),
                    Data = table.Column<string>(maxLength: 1000, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaCheckFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaCheckFindings_SepaRemittances_RemittanceId",
                        column: x => x.RemittanceId,
                        principalTable: "SepaRemittances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SepaCollections",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    MandateId = table.Column<Guid>(nullable: false),
                    AmountCents = table.Column<long>(nullable: false),
                    RequestedOn = table.Column<DateOnly>(nullable: true),
                    EndToEndId = table.Column<string>(maxLength: 35, nullable: false),
                    InvoiceNumber = table.Column<string>(maxLength: 35, nullable: true),
                    RemittanceInformation = table.Column<string>(maxLength: 140, nullable: true),
                    RequestedSequence = table.Column<string>(maxLength: 40, nullable: true),
                    Status = table.Column<string>(maxLength: 40, nullable: false),
                    ImportBatchId = table.Column<Guid>(nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    RemittanceId = table.Column<Guid>(nullable: true),
                    SequenceType = table.Column<string>(maxLength: 40, nullable: true),
                    CollectionDate = table.Column<DateOnly>(nullable: true),
                    MandateReference = table.Column<string>(maxLength: 35, nullable: true),
                    SignedOn = table.Column<DateOnly>(nullable: true),
                    DebtorName = table.Column<string>(maxLength: 70, nullable: true),
                    DebtorIban = table.Column<string>(maxLength: 34, nullable: true),
                    DebtorBic = table.Column<string>(maxLength: 11, nullable: true),
                    DebtorAccountChanged = table.Column<bool>(nullable: false),
                    SearchText = table.Column<string>(maxLength: 80, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Street = table.Column<string>(maxLength: 70, nullable: true),
                    BuildingNumber = table.Column<string>(maxLength: 16, nullable: true),
                    PostalCode = table.Column<string>(maxLength: 16, nullable: true),
                    Town = table.Column<string>(maxLength: 35, nullable: true),
                    Country = table.Column<string>(maxLength: 2, nullable: true),
                    AddressLine1 = table.Column<string>(maxLength: 70, nullable: true),
                    AddressLine2 = table.Column<string>(maxLength: 70, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaCollections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaCollections_SepaMandates_MandateId",
                        column: x => x.MandateId,
                        principalTable: "SepaMandates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SepaCollections_SepaRemittances_RemittanceId",
                        column: x => x.RemittanceId,
                        principalTable: "SepaRemittances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SepaRemittanceApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    RemittanceId = table.Column<Guid>(nullable: false),
                    Round = table.Column<int>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    UserName = table.Column<string>(maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    ContentHash = table.Column<string>(maxLength: 64, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaRemittanceApprovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaRemittanceApprovals_SepaRemittances_RemittanceId",
                        column: x => x.RemittanceId,
                        principalTable: "SepaRemittances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCheckFindings_CollectionId",
                table: "SepaCheckFindings",
                column: "CollectionId");

            migrationBuilder.CreateIndex(
                name: "IX_SepaCheckFindings_RemittanceId_Severity",
                table: "SepaCheckFindings",
                columns: new[] { "RemittanceId", "Severity" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_MandateId_Status",
                table: "SepaCollections",
                columns: new[] { "MandateId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_RemittanceId_SequenceType_CollectionDate_Id",
                table: "SepaCollections",
                columns: new[] { "RemittanceId", "SequenceType", "CollectionDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_TenantId_EndToEndId",
                table: "SepaCollections",
                columns: new[] { "TenantId", "EndToEndId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_TenantId_ImportBatchId",
                table: "SepaCollections",
                columns: new[] { "TenantId", "ImportBatchId" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_TenantId_InvoiceNumber",
                table: "SepaCollections",
                columns: new[] { "TenantId", "InvoiceNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_TenantId_Status_Id",
                table: "SepaCollections",
                columns: new[] { "TenantId", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCreditorAccounts_TenantId_Name",
                table: "SepaCreditorAccounts",
                columns: new[] { "TenantId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaImportBatches_TenantId_Sha256",
                table: "SepaImportBatches",
                columns: new[] { "TenantId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaImportBatches_TenantId_Status_Id",
                table: "SepaImportBatches",
                columns: new[] { "TenantId", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaImportMappings_TenantId_Kind_HeaderFingerprint",
                table: "SepaImportMappings",
                columns: new[] { "TenantId", "Kind", "HeaderFingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SepaImportRows_BatchId_Line",
                table: "SepaImportRows",
                columns: new[] { "BatchId", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaImportRows_BatchId_State_Line",
                table: "SepaImportRows",
                columns: new[] { "BatchId", "State", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaImportRows_BatchId_UniqueKey",
                table: "SepaImportRows",
                columns: new[] { "BatchId", "UniqueKey" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaMandateEvents_MandateId",
                table: "SepaMandateEvents",
                column: "MandateId");

            migrationBuilder.CreateIndex(
                name: "IX_SepaMandates_TenantId_CreditorKey_ReferenceKey",
                table: "SepaMandates",
                columns: new[] { "TenantId", "CreditorKey", "ReferenceKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SepaMandates_TenantId_DebtorName_Id",
                table: "SepaMandates",
                columns: new[] { "TenantId", "DebtorName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaMandates_TenantId_ImportBatchId",
                table: "SepaMandates",
                columns: new[] { "TenantId", "ImportBatchId" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaMandates_TenantId_ReferenceKey_Id",
                table: "SepaMandates",
                columns: new[] { "TenantId", "ReferenceKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaRemittanceApprovals_RemittanceId_Round_UserId",
                table: "SepaRemittanceApprovals",
                columns: new[] { "RemittanceId", "Round", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SepaRemittances_CreditorAccountId",
                table: "SepaRemittances",
                column: "CreditorAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_SepaRemittances_TenantId_Number",
                table: "SepaRemittances",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SepaRemittances_TenantId_Status_Id",
                table: "SepaRemittances",
                columns: new[] { "TenantId", "Status", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SepaCheckFindings");

            migrationBuilder.DropTable(
                name: "SepaCollections");

            migrationBuilder.DropTable(
                name: "SepaImportMappings");

            migrationBuilder.DropTable(
                name: "SepaImportRows");

            migrationBuilder.DropTable(
                name: "SepaMandateEvents");

            migrationBuilder.DropTable(
                name: "SepaRemittanceApprovals");

            migrationBuilder.DropTable(
                name: "SepaRemittanceCounters");

            migrationBuilder.DropTable(
                name: "SepaImportBatches");

            migrationBuilder.DropTable(
                name: "SepaMandates");

            migrationBuilder.DropTable(
                name: "SepaRemittances");

            migrationBuilder.DropTable(
                name: "SepaCreditorAccounts");
        }
    }
}
