using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.EntityFrameworkCore.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class CustomerAssignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PlatformCustomerAssignments",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformCustomerAssignments", x => new { x.CustomerId, x.UserId, x.Kind });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PlatformCustomerAssignments_TenantId_UserId_Kind",
                table: "PlatformCustomerAssignments",
                columns: new[] { "TenantId", "UserId", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlatformCustomerAssignments");
        }
    }
}
