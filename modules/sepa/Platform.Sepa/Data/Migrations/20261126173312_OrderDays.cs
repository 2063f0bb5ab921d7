using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class OrderDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_SepaOrders_TenantId_ExecutionDate",
                table: "SepaOrders",
                columns: new[] { "TenantId", "ExecutionDate" },
                filter: "\"RemittanceId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SepaOrders_TenantId_ExecutionDate",
                table: "SepaOrders");
        }
    }
}
