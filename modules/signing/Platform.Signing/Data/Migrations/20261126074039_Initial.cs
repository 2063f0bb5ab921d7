using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Signing.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SigningAuthorities",
                columns: table => new
                {
                    Name = table.Column<string>(maxLength: 20, nullable: false),
                    Certificate = table.Column<string>(maxLength: 10000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SigningAuthorities", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "SigningCertificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    ConsentId = table.Column<Guid>(nullable: false),
                    Subject = table.Column<string>(maxLength: 1000, nullable: false),
                    Issuer = table.Column<string>(maxLength: 1000, nullable: false),
                    SerialNumber = table.Column<string>(maxLength: 80, nullable: false),
                    Thumbprint = table.Column<string>(maxLength: 64, nullable: false),
                    ValidFrom = table.Column<DateTime>(nullable: false),
                    ValidUntil = table.Column<DateTime>(nullable: false),
                    IsDemonstration = table.Column<bool>(nullable: false),
                    AddedAt = table.Column<DateTime>(nullable: false),
                    Chain = table.Column<string>(maxLength: 100000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SigningCertificates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SigningCertificates_TenantId_UserId_Thumbprint",
                table: "SigningCertificates",
                columns: new[] { "TenantId", "UserId", "Thumbprint" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SigningAuthorities");

            migrationBuilder.DropTable(
                name: "SigningCertificates");
        }
    }
}
