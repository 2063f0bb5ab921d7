using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Orders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameTable(
                name: "SepaCollections",
                newName: "SepaOrders");

            migrationBuilder.RenameColumn(
                name: "FirstCollectionOn",
                table: "SepaRemittances",
                newName: "FirstExecutionOn");

            migrationBuilder.RenameColumn(
                name: "CollectionId",
                table: "SepaCheckFindings",
                newName: "OrderId");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCheckFindings_CollectionId",
                table: "SepaCheckFindings",
                newName: "IX_SepaCheckFindings_OrderId");

            migrationBuilder.RenameColumn(
                name: "CollectionId",
                table: "SepaBankAnswerItems",
                newName: "OrderId");

            migrationBuilder.RenameColumn(
                name: "DebtorName",
                table: "SepaOrders",
                newName: "PartyName");

            migrationBuilder.RenameColumn(
                name: "DebtorIban",
                table: "SepaOrders",
                newName: "PartyIban");

            migrationBuilder.RenameColumn(
                name: "DebtorBic",
                table: "SepaOrders",
                newName: "PartyBic");

            migrationBuilder.RenameColumn(
                name: "CollectionDate",
                table: "SepaOrders",
                newName: "ExecutionDate");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCollections_TenantId_Status_Id",
                table: "SepaOrders",
                newName: "IX_SepaOrders_TenantId_Status_Id");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCollections_TenantId_RetryOfId",
                table: "SepaOrders",
                newName: "IX_SepaOrders_TenantId_RetryOfId");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCollections_TenantId_MandateReference",
                table: "SepaOrders",
                newName: "IX_SepaOrders_TenantId_MandateReference");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCollections_TenantId_InvoiceNumber",
                table: "SepaOrders",
                newName: "IX_SepaOrders_TenantId_InvoiceNumber");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCollections_TenantId_ImportBatchId",
                table: "SepaOrders",
                newName: "IX_SepaOrders_TenantId_ImportBatchId");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCollections_TenantId_EndToEndId",
                table: "SepaOrders",
                newName: "IX_SepaOrders_TenantId_EndToEndId");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCollections_MandateId_TenantId_Status",
                table: "SepaOrders",
                newName: "IX_SepaOrders_MandateId_TenantId_Status");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCollections_Content",
                table: "SepaOrders",
                newName: "IX_SepaOrders_Content");

            migrationBuilder.AddColumn<TimeOnly>(
                name: "TransferCutOff",
                table: "SepaCreditorAccounts",
                nullable: false,
                defaultValue: new TimeOnly(12, 0, 0));

            migrationBuilder.AddColumn<string>(
                name: "TransferVersion",
                table: "SepaCreditorAccounts",
                maxLength: 40,
                nullable: false,
                defaultValue: "V09");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "SepaOrders",
                maxLength: 40,
                nullable: false,
                defaultValue: "Collection");

            migrationBuilder.CreateIndex(
                name: "IX_SepaOrders_PartyIban_TenantId_Status",
                table: "SepaOrders",
                columns: new[] { "PartyIban", "TenantId", "Status" },
                filter: "\"Kind\" = 'Transfer'");

            migrationBuilder.CreateIndex(
                name: "IX_SepaOrders_PartyName_TenantId_Status",
                table: "SepaOrders",
                columns: new[] { "PartyName", "TenantId", "Status" },
                filter: "\"Kind\" = 'Transfer'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SepaOrders_PartyIban_TenantId_Status",
                table: "SepaOrders");

            migrationBuilder.DropIndex(
                name: "IX_SepaOrders_PartyName_TenantId_Status",
                table: "SepaOrders");

            migrationBuilder.DropColumn(
                name: "TransferCutOff",
                table: "SepaCreditorAccounts");

            migrationBuilder.DropColumn(
                name: "TransferVersion",
                table: "SepaCreditorAccounts");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "SepaOrders");

            migrationBuilder.RenameTable(
                name: "SepaOrders",
                newName: "SepaCollections");

            migrationBuilder.RenameColumn(
                name: "FirstExecutionOn",
                table: "SepaRemittances",
                newName: "FirstCollectionOn");

            migrationBuilder.RenameColumn(
                name: "OrderId",
                table: "SepaCheckFindings",
                newName: "CollectionId");

            migrationBuilder.RenameIndex(
                name: "IX_SepaCheckFindings_OrderId",
                table: "SepaCheckFindings",
                newName: "IX_SepaCheckFindings_CollectionId");

            migrationBuilder.RenameColumn(
                name: "OrderId",
                table: "SepaBankAnswerItems",
                newName: "CollectionId");

            migrationBuilder.RenameColumn(
                name: "PartyName",
                table: "SepaCollections",
                newName: "DebtorName");

            migrationBuilder.RenameColumn(
                name: "PartyIban",
                table: "SepaCollections",
                newName: "DebtorIban");

            migrationBuilder.RenameColumn(
                name: "PartyBic",
                table: "SepaCollections",
                newName: "DebtorBic");

            migrationBuilder.RenameColumn(
                name: "ExecutionDate",
                table: "SepaCollections",
                newName: "CollectionDate");

            migrationBuilder.RenameIndex(
                name: "IX_SepaOrders_TenantId_Status_Id",
                table: "SepaCollections",
                newName: "IX_SepaCollections_TenantId_Status_Id");

            migrationBuilder.RenameIndex(
                name: "IX_SepaOrders_TenantId_RetryOfId",
                table: "SepaCollections",
                newName: "IX_SepaCollections_TenantId_RetryOfId");

            migrationBuilder.RenameIndex(
                name: "IX_SepaOrders_TenantId_MandateReference",
                table: "SepaCollections",
                newName: "IX_SepaCollections_TenantId_MandateReference");

            migrationBuilder.RenameIndex(
                name: "IX_SepaOrders_TenantId_InvoiceNumber",
                table: "SepaCollections",
                newName: "IX_SepaCollections_TenantId_InvoiceNumber");

            migrationBuilder.RenameIndex(
                name: "IX_SepaOrders_TenantId_ImportBatchId",
                table: "SepaCollections",
                newName: "IX_SepaCollections_TenantId_ImportBatchId");

            migrationBuilder.RenameIndex(
                name: "IX_SepaOrders_TenantId_EndToEndId",
                table: "SepaCollections",
                newName: "IX_SepaCollections_TenantId_EndToEndId");

            migrationBuilder.RenameIndex(
                name: "IX_SepaOrders_MandateId_TenantId_Status",
                table: "SepaCollections",
                newName: "IX_SepaCollections_MandateId_TenantId_Status");

            migrationBuilder.RenameIndex(
                name: "IX_SepaOrders_Content",
                table: "SepaCollections",
                newName: "IX_SepaCollections_Content");
        }
    }
}
