using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ShortIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SepaBankAnswerItems_TenantId_State_Id",
                table: "SepaBankAnswerItems");

            migrationBuilder.CreateIndex(
                name: "IX_SepaMandates_AmendmentOrderId",
                table: "SepaMandates",
                column: "AmendmentOrderId",
                filter: "\"AmendmentOrderId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SepaBankAnswerItems_TenantId_Id",
                table: "SepaBankAnswerItems",
                columns: new[] { "TenantId", "Id" },
                filter: "\"State\" = 'Unmatched'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SepaMandates_AmendmentOrderId",
                table: "SepaMandates");

            migrationBuilder.DropIndex(
                name: "IX_SepaBankAnswerItems_TenantId_Id",
                table: "SepaBankAnswerItems");

            migrationBuilder.CreateIndex(
                name: "IX_SepaBankAnswerItems_TenantId_State_Id",
                table: "SepaBankAnswerItems",
                columns: new[] { "TenantId", "State", "Id" });
        }
    }
}
