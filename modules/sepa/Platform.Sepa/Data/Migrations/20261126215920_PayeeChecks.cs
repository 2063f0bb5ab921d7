using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class PayeeChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SepaPayeeChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Match = table.Column<string>(maxLength: 40, nullable: false),
                    HolderName = table.Column<string>(maxLength: 140, nullable: true),
                    AskedAt = table.Column<DateTime>(nullable: false),
                    AskedBy = table.Column<Guid>(nullable: true),
                    AskedByName = table.Column<string>(maxLength: 200, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaPayeeChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaPayeeChecks_SepaOrders_Id",
                        column: x => x.Id,
                        principalTable: "SepaOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SepaPayeeChecks");
        }
    }
}
