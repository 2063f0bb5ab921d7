using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Tenancy.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Engagements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "TenancyCompanies",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TenancyEngagements",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    ClientId = table.Column<Guid>(nullable: false),
                    FirmId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Scopes = table.Column<string>(maxLength: 4000, nullable: false),
                    RequestedAt = table.Column<DateTime>(nullable: false),
                    RequestedBy = table.Column<string>(maxLength: 256, nullable: true),
                    DecidedAt = table.Column<DateTime>(nullable: true),
                    DecidedBy = table.Column<string>(maxLength: 256, nullable: true),
                    ClosedAt = table.Column<DateTime>(nullable: true),
                    ClosedBy = table.Column<string>(maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenancyEngagements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TenancyEngagements_TenancyCompanies_ClientId",
                        column: x => x.ClientId,
                        principalTable: "TenancyCompanies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TenancyEngagements_TenancyCompanies_FirmId",
                        column: x => x.FirmId,
                        principalTable: "TenancyCompanies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TenancyShortcuts",
                columns: table => new
                {
                    UserId = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    LastOpenedAt = table.Column<DateTime>(nullable: false),
                    IsFavourite = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenancyShortcuts", x => new { x.UserId, x.TenantId });
                    table.ForeignKey(
                        name: "FK_TenancyShortcuts_TenancyCompanies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "TenancyCompanies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TenancyCompanies_TenantType_SearchText",
                table: "TenancyCompanies",
                columns: new[] { "TenantType", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_TenancyEngagements_ClientId_FirmId_Kind",
                table: "TenancyEngagements",
                columns: new[] { "ClientId", "FirmId", "Kind" },
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TenancyEngagements_FirmId_State_ClientId",
                table: "TenancyEngagements",
                columns: new[] { "FirmId", "State", "ClientId" });

            migrationBuilder.CreateIndex(
                name: "IX_TenancyShortcuts_TenantId",
                table: "TenancyShortcuts",
                column: "TenantId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TenancyEngagements");

            migrationBuilder.DropTable(
                name: "TenancyShortcuts");

            migrationBuilder.DropIndex(
                name: "IX_TenancyCompanies_TenantType_SearchText",
                table: "TenancyCompanies");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "TenancyCompanies");
        }
    }
}
