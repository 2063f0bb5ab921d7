using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Accounting.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Bookings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccountingBookingImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    FileName = table.Column<string>(maxLength: 255, nullable: false),
                    Format = table.Column<string>(maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    By = table.Column<string>(maxLength: 256, nullable: true),
                    Firm = table.Column<string>(maxLength: 140, nullable: true),
                    Added = table.Column<int>(nullable: false),
                    Changed = table.Column<int>(nullable: false),
                    Unchanged = table.Column<int>(nullable: false),
                    Documents = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingBookingImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountingBookings",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ImportId = table.Column<Guid>(nullable: false),
                    Journal = table.Column<string>(maxLength: 40, nullable: false),
                    Number = table.Column<string>(maxLength: 40, nullable: false),
                    Date = table.Column<DateOnly>(nullable: false),
                    Piece = table.Column<string>(maxLength: 300, nullable: true),
                    Label = table.Column<string>(maxLength: 300, nullable: false),
                    AmountCents = table.Column<long>(nullable: false),
                    DocumentId = table.Column<Guid>(nullable: true),
                    Fingerprint = table.Column<string>(maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingBookings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountingBookingLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    BookingId = table.Column<Guid>(nullable: false),
                    Position = table.Column<int>(nullable: false),
                    Account = table.Column<string>(maxLength: 40, nullable: false),
                    AccountName = table.Column<string>(maxLength: 300, nullable: false),
                    Auxiliary = table.Column<string>(maxLength: 40, nullable: true),
                    Label = table.Column<string>(maxLength: 300, nullable: false),
                    DebitCents = table.Column<long>(nullable: false),
                    CreditCents = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingBookingLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountingBookingLines_AccountingBookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "AccountingBookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingBookingImports_TenantId_Id",
                table: "AccountingBookingImports",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingBookingLines_BookingId",
                table: "AccountingBookingLines",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountingBookingLines_TenantId_BookingId",
                table: "AccountingBookingLines",
                columns: new[] { "TenantId", "BookingId" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingBookings_TenantId_Date_Id",
                table: "AccountingBookings",
                columns: new[] { "TenantId", "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingBookings_TenantId_DocumentId",
                table: "AccountingBookings",
                columns: new[] { "TenantId", "DocumentId" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountingBookings_TenantId_Journal_Number_Date",
                table: "AccountingBookings",
                columns: new[] { "TenantId", "Journal", "Number", "Date" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountingBookingImports");

            migrationBuilder.DropTable(
                name: "AccountingBookingLines");

            migrationBuilder.DropTable(
                name: "AccountingBookings");
        }
    }
}
