using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Sepa.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ImportFormats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Format",
                table: "SepaImportBatches",
                maxLength: 40,
                nullable: false,
                defaultValue: "Csv");

            migrationBuilder.AddColumn<DateTime>(
                name: "UndoneAt",
                table: "SepaImportBatches",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UndoneBy",
                table: "SepaImportBatches",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoneByName",
                table: "SepaImportBatches",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Format",
                table: "SepaImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "SepaImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "SepaImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoneByName",
                table: "SepaImportBatches");
        }
    }
}
