using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    // On SQLite such changes make the table anew, outside the transaction of what else a migration does: they have one of their own, which
    // may be repeated when the host dies in it.
    internal sealed partial class Transfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SepaCollections_SepaMandates_MandateId",
                table: "SepaOrders");

            migrationBuilder.DropForeignKey(
                name: "FK_SepaCollections_SepaRemittances_RemittanceId",
                table: "SepaOrders");

            migrationBuilder.DropPrimaryKey(
                name: "PK_SepaCollections",
                table: "SepaOrders");

            migrationBuilder.AlterColumn<string>(
                name: "Kind",
                table: "SepaOrders",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldMaxLength: 40,
                oldDefaultValue: "Collection");

            migrationBuilder.AlterColumn<string>(
                name: "TransferVersion",
                table: "SepaCreditorAccounts",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldMaxLength: 40,
                oldDefaultValue: "V09");

            migrationBuilder.AlterColumn<TimeOnly>(
                name: "TransferCutOff",
                table: "SepaCreditorAccounts",
                nullable: false,
                oldClrType: typeof(TimeOnly),
                oldDefaultValue: new TimeOnly(12, 0, 0));

            migrationBuilder.AlterColumn<string>(
                name: "CreditorIdentifier",
                table: "SepaCreditorAccounts",
                maxLength: 35,
                nullable: true,
                oldClrType: typeof(string),
                oldMaxLength: 35);

            migrationBuilder.AlterColumn<string>(
                name: "SearchText",
                table: "SepaOrders",
                maxLength: 160,
                nullable: false,
                oldClrType: typeof(string),
                oldMaxLength: 80);

            migrationBuilder.AlterColumn<Guid>(
                name: "MandateId",
                table: "SepaOrders",
                nullable: true,
                oldClrType: typeof(Guid));

            migrationBuilder.AlterColumn<bool>(
                name: "DebtorAccountChanged",
                table: "SepaOrders",
                nullable: true,
                oldClrType: typeof(bool));

            migrationBuilder.AddPrimaryKey(
                name: "PK_SepaOrders",
                table: "SepaOrders",
                column: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_SepaOrders_SepaMandates_MandateId",
                table: "SepaOrders",
                column: "MandateId",
                principalTable: "SepaMandates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SepaOrders_SepaRemittances_RemittanceId",
                table: "SepaOrders",
                column: "RemittanceId",
                principalTable: "SepaRemittances",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SepaOrders_SepaMandates_MandateId",
                table: "SepaOrders");

            migrationBuilder.DropForeignKey(
                name: "FK_SepaOrders_SepaRemittances_RemittanceId",
                table: "SepaOrders");

            migrationBuilder.DropPrimaryKey(
                name: "PK_SepaOrders",
                table: "SepaOrders");

            migrationBuilder.AlterColumn<string>(
                name: "CreditorIdentifier",
                table: "SepaCreditorAccounts",
                maxLength: 35,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldMaxLength: 35,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "SearchText",
                table: "SepaOrders",
                maxLength: 80,
                nullable: false,
                oldClrType: typeof(string),
                oldMaxLength: 160);

            migrationBuilder.AlterColumn<Guid>(
                name: "MandateId",
                table: "SepaOrders",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldNullable: true);

            migrationBuilder.AlterColumn<bool>(
                name: "DebtorAccountChanged",
                table: "SepaOrders",
                nullable: false,
                defaultValue: false,
                oldClrType: typeof(bool),
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_SepaCollections",
                table: "SepaOrders",
                column: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_SepaCollections_SepaMandates_MandateId",
                table: "SepaOrders",
                column: "MandateId",
                principalTable: "SepaMandates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SepaCollections_SepaRemittances_RemittanceId",
                table: "SepaOrders",
                column: "RemittanceId",
                principalTable: "SepaRemittances",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
