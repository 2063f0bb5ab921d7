using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Signatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SepaRemittanceSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    RemittanceId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    UserName = table.Column<string>(maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    StampedAt = table.Column<DateTime>(nullable: true),
                    CertificateSubject = table.Column<string>(maxLength: 1000, nullable: false),
                    CertificateThumbprint = table.Column<string>(maxLength: 64, nullable: false),
                    FileSha256 = table.Column<string>(maxLength: 64, nullable: false),
                    Cms = table.Column<byte[]>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaRemittanceSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaRemittanceSignatures_SepaRemittances_RemittanceId",
                        column: x => x.RemittanceId,
                        principalTable: "SepaRemittances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SepaRemittanceSignatures_RemittanceId_UserId",
                table: "SepaRemittanceSignatures",
                columns: new[] { "RemittanceId", "UserId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SepaRemittanceSignatures");
        }
    }
}
