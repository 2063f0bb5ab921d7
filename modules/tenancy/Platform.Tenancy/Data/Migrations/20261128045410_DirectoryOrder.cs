using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Tenancy.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class DirectoryOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By its bytes whatever the database sorts by, as SQLite does: the range of names that begin with a text.
            if (migrationBuilder.ActiveProvider.StartsWith("Npgsql", StringComparison.Ordinal))
                migrationBuilder.Sql("""ALTER TABLE "TenancyCompanies" ALTER COLUMN "SearchText" TYPE character varying(400) COLLATE "C" """);

            migrationBuilder.CreateIndex(
                name: "IX_TenancyCompanies_TenantType_ClosedAt_Id_SearchText",
                table: "TenancyCompanies",
                columns: new[] { "TenantType", "ClosedAt", "Id", "SearchText" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TenancyCompanies_TenantType_ClosedAt_Id_SearchText",
                table: "TenancyCompanies");

            if (migrationBuilder.ActiveProvider.StartsWith("Npgsql", StringComparison.Ordinal))
                migrationBuilder.Sql("""ALTER TABLE "TenancyCompanies" ALTER COLUMN "SearchText" TYPE character varying(400) COLLATE "default" """);
        }
    }
}
