using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Accounting.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Connectors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccountingConnectorLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Connector = table.Column<string>(maxLength: 40, nullable: false),
                    Since = table.Column<DateTime>(nullable: false),
                    LastRunAt = table.Column<DateTime>(nullable: true),
                    Failure = table.Column<string>(maxLength: 60, nullable: true),
                    FailureValue = table.Column<string>(maxLength: 255, nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingConnectorLinks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountingDocumentDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    DocumentId = table.Column<Guid>(nullable: false),
                    Connector = table.Column<string>(maxLength: 40, nullable: false),
                    DeliveredAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingDocumentDeliveries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingConnectorLinks_TenantId",
                table: "AccountingConnectorLinks",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountingDocumentDeliveries_TenantId_DocumentId_Connector",
                table: "AccountingDocumentDeliveries",
                columns: new[] { "TenantId", "DocumentId", "Connector" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountingConnectorLinks");

            migrationBuilder.DropTable(
                name: "AccountingDocumentDeliveries");
        }
    }
}
