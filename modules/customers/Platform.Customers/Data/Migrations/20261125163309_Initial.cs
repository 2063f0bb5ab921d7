using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Customers.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CustomersCustomers",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 35, nullable: false),
                    CodeKey = table.Column<string>(maxLength: 35, nullable: false),
                    Name = table.Column<string>(maxLength: 140, nullable: false),
                    Email = table.Column<string>(maxLength: 254, nullable: true),
                    Language = table.Column<string>(maxLength: 2, nullable: true),
                    SearchText = table.Column<string>(maxLength: 431, nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomersCustomers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CustomersCustomers_TenantId_CodeKey",
                table: "CustomersCustomers",
                columns: new[] { "TenantId", "CodeKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CustomersCustomers");
        }
    }
}
