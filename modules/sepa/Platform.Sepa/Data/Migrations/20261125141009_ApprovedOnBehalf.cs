using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ApprovedOnBehalf : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "OnBehalfOf",
                table: "SepaRemittanceApprovals",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OnBehalfOfName",
                table: "SepaRemittanceApprovals",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "OnBehalfOf",
                table: "SepaRemittanceApprovals");

            migrationBuilder.DropColumn(
                name: "OnBehalfOfName",
                table: "SepaRemittanceApprovals");
        }
    }
}
