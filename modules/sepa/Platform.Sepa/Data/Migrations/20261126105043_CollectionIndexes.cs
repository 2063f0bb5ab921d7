using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class CollectionIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SepaCollections_MandateId_Status",
                table: "SepaCollections");

            migrationBuilder.DropIndex(
                name: "IX_SepaCollections_RemittanceId_SequenceType_CollectionDate_Id",
                table: "SepaCollections");

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_MandateId_TenantId_Status",
                table: "SepaCollections",
                columns: new[] { "MandateId", "TenantId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_Content",
                table: "SepaCollections",
                columns: new[] { "RemittanceId", "TenantId", "SequenceType", "CollectionDate", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SepaCollections_MandateId_TenantId_Status",
                table: "SepaCollections");

            migrationBuilder.DropIndex(
                name: "IX_SepaCollections_Content",
                table: "SepaCollections");

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_MandateId_Status",
                table: "SepaCollections",
                columns: new[] { "MandateId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCollections_RemittanceId_SequenceType_CollectionDate_Id",
                table: "SepaCollections",
                columns: new[] { "RemittanceId", "SequenceType", "CollectionDate", "Id" });
        }
    }
}
