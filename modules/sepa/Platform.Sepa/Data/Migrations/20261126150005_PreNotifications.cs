using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class PreNotifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SepaPreNotifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    RemittanceId = table.Column<Guid>(nullable: false),
                    CollectionDate = table.Column<DateOnly>(nullable: false),
                    WantedOn = table.Column<DateOnly>(nullable: false),
                    DueOn = table.Column<DateOnly>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Email = table.Column<string>(maxLength: 254, nullable: true),
                    Language = table.Column<string>(maxLength: 2, nullable: true),
                    Attempt = table.Column<Guid>(nullable: true),
                    ToldOn = table.Column<DateOnly>(nullable: true),
                    Way = table.Column<string>(maxLength: 40, nullable: true),
                    Reply = table.Column<string>(maxLength: 500, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaPreNotifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SepaPreNotifications_SepaOrders_Id",
                        column: x => x.Id,
                        principalTable: "SepaOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SepaPreNotifications_SepaRemittances_RemittanceId",
                        column: x => x.RemittanceId,
                        principalTable: "SepaRemittances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SepaPreNotifications_Remittance",
                table: "SepaPreNotifications",
                columns: new[] { "RemittanceId", "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaPreNotifications_TenantId_State_Id",
                table: "SepaPreNotifications",
                columns: new[] { "TenantId", "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SepaPreNotifications");
        }
    }
}
