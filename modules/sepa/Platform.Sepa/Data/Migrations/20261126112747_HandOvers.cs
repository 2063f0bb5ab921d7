using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class HandOvers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SepaRemittanceHandOvers",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Wish = table.Column<Guid>(nullable: false),
                    Channel = table.Column<string>(maxLength: 40, nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    UserName = table.Column<string>(maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    DoneAt = table.Column<DateTime>(nullable: true),
                    FileSha256 = table.Column<string>(maxLength: 64, nullable: false),
                    Signatures = table.Column<int>(nullable: false),
                    Attempt = table.Column<Guid>(nullable: true),
                    FailedAt = table.Column<DateTime>(nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaRemittanceHandOvers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaRemittanceHandOvers_SepaRemittances_Id",
                        column: x => x.Id,
                        principalTable: "SepaRemittances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SepaRemittanceHandOvers");
        }
    }
}
