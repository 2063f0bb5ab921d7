using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Tenancy.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Groups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "GroupId",
                table: "TenancyCompanies",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TenancyGroups",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 140, nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenancyGroups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TenancyGroupAdministrators",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenancyGroupAdministrators", x => new { x.GroupId, x.UserId });
                    table.ForeignKey(
                        name: "FK_TenancyGroupAdministrators_TenancyGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TenancyGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TenancyCompanies_GroupId",
                table: "TenancyCompanies",
                column: "GroupId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TenancyGroupAdministrators");

            migrationBuilder.DropTable(
                name: "TenancyGroups");

            migrationBuilder.DropIndex(
                name: "IX_TenancyCompanies_GroupId",
                table: "TenancyCompanies");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "TenancyCompanies");
        }
    }
}
