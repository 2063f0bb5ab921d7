using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class TrustedDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DeviceHash",
                table: "IdentitySessions",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Failures",
                table: "IdentityKnownDevices",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TrustedUntil",
                table: "IdentityKnownDevices",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IdentityKnownCountries",
                columns: table => new
                {
                    UserId = table.Column<Guid>(nullable: false),
                    Country = table.Column<string>(maxLength: 2, nullable: false),
                    LastSeenAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityKnownCountries", x => new { x.UserId, x.Country });
                    table.ForeignKey(
                        name: "FK_IdentityKnownCountries_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityKnownCountries");

            migrationBuilder.DropColumn(
                name: "DeviceHash",
                table: "IdentitySessions");

            migrationBuilder.DropColumn(
                name: "Failures",
                table: "IdentityKnownDevices");

            migrationBuilder.DropColumn(
                name: "TrustedUntil",
                table: "IdentityKnownDevices");
        }
    }
}
