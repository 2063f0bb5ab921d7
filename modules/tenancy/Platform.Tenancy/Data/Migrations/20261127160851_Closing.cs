using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Tenancy.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Closing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "TenancyCompanies",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "TenancyCompanies",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ErasedRows",
                table: "TenancyCompanies",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasureDue",
                table: "TenancyCompanies",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasureStartedAt",
                table: "TenancyCompanies",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_TenancyCompanies_ErasureDue",
                table: "TenancyCompanies",
                column: "ErasureDue");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TenancyCompanies_ErasureDue",
                table: "TenancyCompanies");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "TenancyCompanies");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "TenancyCompanies");

            migrationBuilder.DropColumn(
                name: "ErasedRows",
                table: "TenancyCompanies");

            migrationBuilder.DropColumn(
                name: "ErasureDue",
                table: "TenancyCompanies");

            migrationBuilder.DropColumn(
                name: "ErasureStartedAt",
                table: "TenancyCompanies");
        }
    }
}
