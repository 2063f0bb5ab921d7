using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Tenancy.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class CompanyExports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TenancyExports",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Stage = table.Column<string>(maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTime>(nullable: false),
                    StartedBy = table.Column<Guid>(nullable: true),
                    StartedByName = table.Column<string>(maxLength: 256, nullable: true),
                    ChangedAt = table.Column<DateTime>(nullable: false),
                    FinishedAt = table.Column<DateTime>(nullable: true),
                    ExpiresAt = table.Column<DateTime>(nullable: true),
                    NextTable = table.Column<int>(nullable: false),
                    TableParts = table.Column<int>(nullable: false),
                    TableCursor = table.Column<string>(maxLength: 2000, nullable: true),
                    LastCopied = table.Column<long>(nullable: false),
                    LastNumber = table.Column<long>(nullable: false),
                    RowsTotal = table.Column<long>(nullable: false),
                    RowsDone = table.Column<long>(nullable: false),
                    FilesTotal = table.Column<long>(nullable: false),
                    FilesDone = table.Column<long>(nullable: false),
                    Size = table.Column<long>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenancyExports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TenancyExportFiles",
                columns: table => new
                {
                    ExportId = table.Column<Guid>(nullable: false),
                    Number = table.Column<long>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Path = table.Column<string>(maxLength: 400, nullable: false),
                    Blob = table.Column<string>(maxLength: 400, nullable: true),
                    Rows = table.Column<long>(nullable: true),
                    Size = table.Column<long>(nullable: false),
                    Compressed = table.Column<long>(nullable: false),
                    Crc32 = table.Column<long>(nullable: false),
                    Sha256 = table.Column<string>(maxLength: 64, nullable: true),
                    Offset = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenancyExportFiles", x => new { x.ExportId, x.Number });
                    table.ForeignKey(
                        name: "FK_TenancyExportFiles_TenancyExports_ExportId",
                        column: x => x.ExportId,
                        principalTable: "TenancyExports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TenancyExportPieces",
                columns: table => new
                {
                    ExportId = table.Column<Guid>(nullable: false),
                    Offset = table.Column<long>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Length = table.Column<long>(nullable: false),
                    Blob = table.Column<string>(maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenancyExportPieces", x => new { x.ExportId, x.Offset });
                    table.ForeignKey(
                        name: "FK_TenancyExportPieces_TenancyExports_ExportId",
                        column: x => x.ExportId,
                        principalTable: "TenancyExports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TenancyExportFiles_ExportId_Blob",
                table: "TenancyExportFiles",
                columns: new[] { "ExportId", "Blob" });

            migrationBuilder.CreateIndex(
                name: "IX_TenancyExports_TenantId",
                table: "TenancyExports",
                column: "TenantId",
                unique: true,
                filter: "\"FinishedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TenancyExports_TenantId_StartedAt",
                table: "TenancyExports",
                columns: new[] { "TenantId", "StartedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TenancyExportFiles");

            migrationBuilder.DropTable(
                name: "TenancyExportPieces");

            migrationBuilder.DropTable(
                name: "TenancyExports");
        }
    }
}
