using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class MandateCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CustomerId",
                table: "SepaMandates",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_SepaMandates_TenantId_CustomerId",
                table: "SepaMandates",
                columns: new[] { "TenantId", "CustomerId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SepaMandates_TenantId_CustomerId",
                table: "SepaMandates");

            migrationBuilder.DropColumn(
                name: "CustomerId",
                table: "SepaMandates");
        }
    }
}
