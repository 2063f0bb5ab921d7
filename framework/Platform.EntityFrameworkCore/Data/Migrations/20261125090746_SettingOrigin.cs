using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.EntityFrameworkCore.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class SettingOrigin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "PlatformSettings",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChangedBy",
                table: "PlatformSettings",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "PlatformSettings");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "PlatformSettings");
        }
    }
}
