using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Tenancy.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TenancyCompanies",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Slug = table.Column<string>(maxLength: 40, nullable: false),
                    TenantType = table.Column<string>(maxLength: 40, nullable: false),
                    Name = table.Column<string>(maxLength: 140, nullable: false),
                    VatNumber = table.Column<string>(maxLength: 14, nullable: false),
                    CompanyNumber = table.Column<string>(maxLength: 35, nullable: false),
                    Street = table.Column<string>(maxLength: 70, nullable: false),
                    BuildingNumber = table.Column<string>(maxLength: 16, nullable: false),
                    PostalCode = table.Column<string>(maxLength: 16, nullable: false),
                    Town = table.Column<string>(maxLength: 35, nullable: false),
                    Country = table.Column<string>(maxLength: 2, nullable: false),
                    ContactName = table.Column<string>(maxLength: 140, nullable: false),
                    ContactEmail = table.Column<string>(maxLength: 140, nullable: false),
                    ContactPhone = table.Column<string>(maxLength: 35, nullable: false),
                    Language = table.Column<string>(maxLength: 8, nullable: false),
                    Color = table.Column<string>(maxLength: 7, nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenancyCompanies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TenancyMemberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    JoinedAt = table.Column<DateTime>(nullable: false),
                    EndedAt = table.Column<DateTime>(nullable: true),
                    LastUsedAt = table.Column<DateTime>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenancyMemberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TenancyMemberships_TenancyCompanies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "TenancyCompanies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TenancyCompanies_Slug",
                table: "TenancyCompanies",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TenancyMemberships_TenantId_State",
                table: "TenancyMemberships",
                columns: new[] { "TenantId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_TenancyMemberships_UserId_TenantId",
                table: "TenancyMemberships",
                columns: new[] { "UserId", "TenantId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TenancyMemberships");

            migrationBuilder.DropTable(
                name: "TenancyCompanies");
        }
    }
}
