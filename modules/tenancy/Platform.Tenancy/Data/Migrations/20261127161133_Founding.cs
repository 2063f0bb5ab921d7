using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Tenancy.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Founding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FirstStepsPutAwayAt",
                table: "TenancyCompanies",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FoundedAt",
                table: "TenancyCompanies",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TrialEndsAt",
                table: "TenancyCompanies",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FirstStepsPutAwayAt",
                table: "TenancyCompanies");

            migrationBuilder.DropColumn(
                name: "FoundedAt",
                table: "TenancyCompanies");

            migrationBuilder.DropColumn(
                name: "TrialEndsAt",
                table: "TenancyCompanies");
        }
    }
}
