using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class MandateAmendments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OriginalCreditorIdentifier",
                table: "SepaOrders",
                maxLength: 35,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginalCreditorName",
                table: "SepaOrders",
                maxLength: 70,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginalDebtorIban",
                table: "SepaOrders",
                maxLength: 34,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginalReference",
                table: "SepaOrders",
                maxLength: 35,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AmendmentOrderId",
                table: "SepaMandates",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentCreditorIdentifier",
                table: "SepaMandates",
                maxLength: 35,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentCreditorName",
                table: "SepaMandates",
                maxLength: 70,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentDebtorIban",
                table: "SepaMandates",
                maxLength: 34,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentReference",
                table: "SepaMandates",
                maxLength: 35,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "After",
                table: "SepaMandateEvents",
                maxLength: 70,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "SepaMandateEvents",
                maxLength: 70,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormerCreditorIdentifier",
                table: "SepaCreditorAccounts",
                maxLength: 35,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormerCreditorName",
                table: "SepaCreditorAccounts",
                maxLength: 70,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SepaCreditorChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    FromIdentifier = table.Column<string>(maxLength: 35, nullable: false),
                    FromName = table.Column<string>(maxLength: 70, nullable: false),
                    ToIdentifier = table.Column<string>(maxLength: 35, nullable: false),
                    ToName = table.Column<string>(maxLength: 70, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    UserName = table.Column<string>(maxLength: 200, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SepaCreditorChanges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SepaMandateEvents_TenantId_Before",
                table: "SepaMandateEvents",
                columns: new[] { "TenantId", "Before" });

            migrationBuilder.CreateIndex(
                name: "IX_SepaCreditorChanges_TenantId",
                table: "SepaCreditorChanges",
                column: "TenantId");

            KeepWhatBanksKnow(migrationBuilder);

            // By hand: EF Core would build the tables anew on SQLite, outside of the transaction.
            migrationBuilder.Sql("""ALTER TABLE "SepaOrders" DROP COLUMN "DebtorAccountChanged" """);

            migrationBuilder.Sql("""ALTER TABLE "SepaMandates" DROP COLUMN "DebtorAccountChanged" """);
        }

        // What was issued last is what the bank knows. An order that says "new account" names the one of the order before it.
        private static void KeepWhatBanksKnow(MigrationBuilder migrationBuilder)
        {
            string[] tables = ["SepaMandates", "SepaOrders", "SepaRemittances", "SepaCreditorAccounts"];
            var hasRowSecurity = migrationBuilder.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL";
            foreach (var table in hasRowSecurity ? tables : [])
                migrationBuilder.Sql($"""ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY""");
            migrationBuilder.Sql("""
                UPDATE "SepaMandates" SET "SentReference" = "Reference",
                    "SentDebtorIban" = COALESCE((SELECT o."PartyIban" FROM "SepaOrders" o
                        WHERE o."MandateId" = "SepaMandates"."Id" AND o."Status" = 'Issued' ORDER BY o."ExecutionDate" DESC, o."Id" DESC LIMIT 1), "DebtorIban"),
                    "SentCreditorIdentifier" = (SELECT a."CreditorIdentifier" FROM "SepaOrders" o JOIN "SepaRemittances" r ON r."Id" = o."RemittanceId"
                        JOIN "SepaCreditorAccounts" a ON a."Id" = r."CreditorAccountId"
                        WHERE o."MandateId" = "SepaMandates"."Id" AND o."Status" = 'Issued' ORDER BY o."ExecutionDate" DESC, o."Id" DESC LIMIT 1),
                    "SentCreditorName" = (SELECT a."CreditorName" FROM "SepaOrders" o JOIN "SepaRemittances" r ON r."Id" = o."RemittanceId"
                        JOIN "SepaCreditorAccounts" a ON a."Id" = r."CreditorAccountId"
                        WHERE o."MandateId" = "SepaMandates"."Id" AND o."Status" = 'Issued' ORDER BY o."ExecutionDate" DESC, o."Id" DESC LIMIT 1)
                WHERE EXISTS (SELECT 1 FROM "SepaOrders" o JOIN "SepaRemittances" r ON r."Id" = o."RemittanceId"
                    JOIN "SepaCreditorAccounts" a ON a."Id" = r."CreditorAccountId"
                    WHERE o."MandateId" = "SepaMandates"."Id" AND o."Status" = 'Issued' AND a."CreditorIdentifier" IS NOT NULL)
                """);
            migrationBuilder.Sql("""
                UPDATE "SepaOrders" SET "OriginalDebtorIban" = (SELECT p."PartyIban" FROM "SepaOrders" p
                    WHERE p."MandateId" = "SepaOrders"."MandateId" AND p."Status" = 'Issued' AND p."Id" <> "SepaOrders"."Id" AND p."PartyIban" <> "SepaOrders"."PartyIban"
                        AND p."ExecutionDate" <= "SepaOrders"."ExecutionDate" ORDER BY p."ExecutionDate" DESC, p."Id" DESC LIMIT 1)
                WHERE "DebtorAccountChanged"
                """);
            foreach (var table in hasRowSecurity ? tables : [])
                migrationBuilder.Sql($"""ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SepaCreditorChanges");

            migrationBuilder.DropIndex(
                name: "IX_SepaMandateEvents_TenantId_Before",
                table: "SepaMandateEvents");

            migrationBuilder.DropColumn(
                name: "OriginalCreditorIdentifier",
                table: "SepaOrders");

            migrationBuilder.DropColumn(
                name: "OriginalCreditorName",
                table: "SepaOrders");

            migrationBuilder.DropColumn(
                name: "OriginalDebtorIban",
                table: "SepaOrders");

            migrationBuilder.DropColumn(
                name: "OriginalReference",
                table: "SepaOrders");

            migrationBuilder.DropColumn(
                name: "AmendmentOrderId",
                table: "SepaMandates");

            migrationBuilder.DropColumn(
                name: "SentCreditorIdentifier",
                table: "SepaMandates");

            migrationBuilder.DropColumn(
                name: "SentCreditorName",
                table: "SepaMandates");

            migrationBuilder.DropColumn(
                name: "SentDebtorIban",
                table: "SepaMandates");

            migrationBuilder.DropColumn(
                name: "SentReference",
                table: "SepaMandates");

            migrationBuilder.DropColumn(
                name: "After",
                table: "SepaMandateEvents");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "SepaMandateEvents");

            migrationBuilder.DropColumn(
                name: "FormerCreditorIdentifier",
                table: "SepaCreditorAccounts");

            migrationBuilder.DropColumn(
                name: "FormerCreditorName",
                table: "SepaCreditorAccounts");

            migrationBuilder.AddColumn<bool>(
                name: "DebtorAccountChanged",
                table: "SepaOrders",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "DebtorAccountChanged",
                table: "SepaMandates",
                nullable: false,
                defaultValue: false);
        }
    }
}
