using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class MandateDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SepaMandateDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    MandateId = table.Column<Guid>(nullable: false),
                    FileName = table.Column<string>(maxLength: 260, nullable: false),
                    MediaType = table.Column<string>(maxLength: 40, nullable: false),
                    Size = table.Column<long>(nullable: false),
                    Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                    BlobName = table.Column<string>(maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTime>(nullable: false),
                    AddedBy = table.Column<Guid>(nullable: true),
                    AddedByName = table.Column<string>(maxLength: 200, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaMandateDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaMandateDocuments_SepaMandates_MandateId",
                        column: x => x.MandateId,
                        principalTable: "SepaMandates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SepaMandateDocuments_MandateId",
                table: "SepaMandateDocuments",
                column: "MandateId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SepaMandateDocuments");
        }
    }
}
