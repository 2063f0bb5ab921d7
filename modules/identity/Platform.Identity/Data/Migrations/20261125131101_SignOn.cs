using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class SignOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsLimited",
                table: "IdentitySessions",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SignOnLinkId",
                table: "IdentitySessions",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IdentitySignOnAnswered",
                columns: table => new
                {
                    StateHash = table.Column<string>(maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentitySignOnAnswered", x => x.StateHash);
                });

            migrationBuilder.CreateTable(
                name: "IdentitySignOnProviders",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Level = table.Column<string>(maxLength: 40, nullable: false),
                    PlaceId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 64, nullable: false),
                    Issuer = table.Column<string>(maxLength: 255, nullable: false),
                    ClientId = table.Column<string>(maxLength: 255, nullable: false),
                    Domains = table.Column<string>(maxLength: 2020, nullable: false),
                    Policy = table.Column<string>(maxLength: 40, nullable: false),
                    Factor = table.Column<string>(maxLength: 40, nullable: false),
                    LetsInvitedIn = table.Column<bool>(nullable: false),
                    CompanyIds = table.Column<string>(maxLength: 8000, nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentitySignOnProviders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdentitySignOnLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ProviderId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    Issuer = table.Column<string>(maxLength: 255, nullable: false),
                    Subject = table.Column<string>(maxLength: 255, nullable: false),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    LastUsedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentitySignOnLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentitySignOnLinks_IdentitySignOnProviders_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "IdentitySignOnProviders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IdentitySignOnLinks_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySessions_SignOnLinkId",
                table: "IdentitySessions",
                column: "SignOnLinkId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySignOnAnswered_ExpiresAt",
                table: "IdentitySignOnAnswered",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySignOnLinks_ProviderId_Subject",
                table: "IdentitySignOnLinks",
                columns: new[] { "ProviderId", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySignOnLinks_UserId_ProviderId",
                table: "IdentitySignOnLinks",
                columns: new[] { "UserId", "ProviderId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySignOnProviders_PlaceId",
                table: "IdentitySignOnProviders",
                column: "PlaceId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentitySignOnAnswered");

            migrationBuilder.DropTable(
                name: "IdentitySignOnLinks");

            migrationBuilder.DropTable(
                name: "IdentitySignOnProviders");

            migrationBuilder.DropIndex(
                name: "IX_IdentitySessions_SignOnLinkId",
                table: "IdentitySessions");

            migrationBuilder.DropColumn(
                name: "IsLimited",
                table: "IdentitySessions");

            migrationBuilder.DropColumn(
                name: "SignOnLinkId",
                table: "IdentitySessions");
        }
    }
}
