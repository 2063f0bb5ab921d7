using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Reversals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "OriginalBlock",
                table: "SepaOrders",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OriginalId",
                table: "SepaOrders",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OriginalRemittanceId",
                table: "SepaOrders",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "SepaOrders",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_SepaOrders_OriginalId",
                table: "SepaOrders",
                column: "OriginalId",
                filter: "\"OriginalId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SepaOrders_ReversedOnce",
                table: "SepaOrders",
                column: "OriginalId",
                unique: true,
                filter: "\"OriginalId\" IS NOT NULL AND \"RetryOfId\" IS NULL AND \"Status\" <> 'Cancelled'");

            migrationBuilder.AddForeignKey(
                name: "FK_SepaOrders_SepaOrders_OriginalId",
                table: "SepaOrders",
                column: "OriginalId",
                principalTable: "SepaOrders",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SepaOrders_SepaOrders_OriginalId",
                table: "SepaOrders");

            migrationBuilder.DropIndex(
                name: "IX_SepaOrders_OriginalId",
                table: "SepaOrders");

            migrationBuilder.DropIndex(
                name: "IX_SepaOrders_ReversedOnce",
                table: "SepaOrders");

            migrationBuilder.DropColumn(
                name: "OriginalBlock",
                table: "SepaOrders");

            migrationBuilder.DropColumn(
                name: "OriginalId",
                table: "SepaOrders");

            migrationBuilder.DropColumn(
                name: "OriginalRemittanceId",
                table: "SepaOrders");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "SepaOrders");
        }
    }
}
