using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class BankAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "SepaRemittances",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BankReason",
                table: "SepaCollections",
                maxLength: 35,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BankState",
                table: "SepaCollections",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BankStateOn",
                table: "SepaCollections",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RetryOfId",
                table: "SepaCollections",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SepaBankAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Message = table.Column<string>(maxLength: 20, nullable: false),
                    FileName = table.Column<string>(maxLength: 255, nullable: false),
                    MessageId = table.Column<string>(maxLength: 35, nullable: false),
                    BlobName = table.Column<string>(maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                    Size = table.Column<long>(nullable: false),
                    ItemCount = table.Column<int>(nullable: false),
                    MatchedCount = table.Column<int>(nullable: false),
                    UnmatchedCount = table.Column<int>(nullable: false),
                    RejectedCount = table.Column<int>(nullable: false),
                    ReturnedCount = table.Column<int>(nullable: false),
                    CreatedBy = table.Column<Guid>(nullable: false),
                    CreatedByName = table.Column<string>(maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaBankAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SepaBankAnswerItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    AnswerId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    Level = table.Column<string>(maxLength: 40, nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Effect = table.Column<string>(maxLength: 40, nullable: true),
                    BankStatus = table.Column<string>(maxLength: 35, nullable: true),
                    BankCode = table.Column<string>(maxLength: 107, nullable: true),
                    OriginalMessageId = table.Column<string>(maxLength: 35, nullable: true),
                    PaymentInformationId = table.Column<string>(maxLength: 35, nullable: true),
                    EndToEndId = table.Column<string>(maxLength: 35, nullable: true),
                    MandateReference = table.Column<string>(maxLength: 35, nullable: true),
                    AmountCents = table.Column<long>(nullable: true),
                    On = table.Column<DateOnly>(nullable: true),
                    Reason = table.Column<string>(maxLength: 35, nullable: true),
                    IsOwnReason = table.Column<bool>(nullable: false),
                    Information = table.Column<string>(maxLength: 500, nullable: true),
                    CollectionId = table.Column<Guid>(nullable: true),
                    RemittanceId = table.Column<Guid>(nullable: true),
                    HandledBy = table.Column<Guid>(nullable: true),
                    HandledByName = table.Column<string>(maxLength: 200, nullable: true),
                    HandledAt = table.Column<DateTime>(nullable: true),
                    Note = table.Column<string>(maxLength: 500, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaBankAnswerItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaBankAnswerItems_SepaBankAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "SepaBankAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_TenantId_MandateReference",
                table: "SepaCollections",
                columns: new[] { "TenantId", "MandateReference" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_TenantId_RetryOfId",
                table: "SepaCollections",
                columns: new[] { "TenantId", "RetryOfId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SepaBankAnswerItems_AnswerId_Id",
                table: "SepaBankAnswerItems",
                columns: new[] { "AnswerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaBankAnswerItems_TenantId_State_Id",
                table: "SepaBankAnswerItems",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaBankAnswers_TenantId_Sha256",
                table: "SepaBankAnswers",
                columns: new[] { "TenantId", "Sha256" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SepaBankAnswerItems");

            migrationBuilder.DropTable(
                name: "SepaBankAnswers");

            migrationBuilder.DropIndex(
                name: "IX_SepaCollections_TenantId_MandateReference",
                table: "SepaCollections");

            migrationBuilder.DropIndex(
                name: "IX_SepaCollections_TenantId_RetryOfId",
                table: "SepaCollections");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "SepaRemittances");

            migrationBuilder.DropColumn(
                name: "BankReason",
                table: "SepaCollections");

            migrationBuilder.DropColumn(
                name: "BankState",
                table: "SepaCollections");

            migrationBuilder.DropColumn(
                name: "BankStateOn",
                table: "SepaCollections");

            migrationBuilder.DropColumn(
                name: "RetryOfId",
                table: "SepaCollections");
        }
    }
}
