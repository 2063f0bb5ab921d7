using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Tenancy.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class DirectoryIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TenancyCompanies_TenantType_SearchText",
                table: "TenancyCompanies");

            migrationBuilder.CreateIndex(
                name: "IX_TenancyCompanies_TenantType_SearchText_ClosedAt_Id",
                table: "TenancyCompanies",
                columns: new[] { "TenantType", "SearchText", "ClosedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TenancyCompanies_TenantType_SearchText_ClosedAt_Id",
                table: "TenancyCompanies");

            migrationBuilder.CreateIndex(
                name: "IX_TenancyCompanies_TenantType_SearchText",
                table: "TenancyCompanies",
                columns: new[] { "TenantType", "SearchText" });
        }
    }
}
