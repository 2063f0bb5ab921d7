using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Audit.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ActingFor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "FirmId",
                table: "AuditEntries",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirmName",
                table: "AuditEntries",
                maxLength: 256,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FirmId",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "FirmName",
                table: "AuditEntries");
        }
    }
}
