using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>What an export says of itself, in English as programs read it.</summary>
internal sealed class ExportManifest(TenancyDbContext db, ExportSource source) : IScopedDependency
{
    public const string Name = "manifest.json";

    /// <summary>Raised when programs that read exports have to know of a change.</summary>
    public const int FormatVersion = 1;

    private const int FlushAt = 64 * 1024;

    public async Task WriteAsync(
        CompanyExport export, DateTime now, IQueryable<CompanyExportFile> written, IQueryable<CompanyExportFile> gone, Stream target, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("format", "platform-company-export");
        json.WriteNumber("version", FormatVersion);
        await WriteCompanyAsync(json, export.TenantId, cancellationToken);
        json.WriteString("startedBy", export.StartedByName);
        json.WriteString("readFrom", export.StartedAt);
        json.WriteString("readUntil", now);
        json.WriteString("note", "Tables and files were read one after the other between readFrom and readUntil, not at one instant: what changed meanwhile may stand in one of them and not in another. "
            + "CSV: UTF-8 with byte order mark, semicolons; an apostrophe stands before texts that a spreadsheet would take for a formula. Times are UTC, amounts in cents, bytes in Base64.");
        WriteLeftOut(json);
        await WriteFilesAsync(json, written, cancellationToken);
        json.WriteStartArray("goneMeanwhile");
        await foreach (var file in gone.OrderBy(f => f.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
            json.WriteStringValue(file.Path);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task WriteCompanyAsync(Utf8JsonWriter json, Guid id, CancellationToken cancellationToken)
    {
        var company = await db.Companies.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        json.WriteStartObject("company");
        json.WriteString("id", company.Id);
        json.WriteString("slug", company.Slug);
        json.WriteString("name", company.Name);
        json.WriteString("vatNumber", company.VatNumber);
        json.WriteEndObject();
    }

    private void WriteLeftOut(Utf8JsonWriter json)
    {
        json.WriteStartArray("leftOut");
        foreach (var (table, column, reason) in source.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("table", table);
            json.WriteString("column", column);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static async Task WriteFilesAsync(Utf8JsonWriter json, IQueryable<CompanyExportFile> files, CancellationToken cancellationToken)
    {
        json.WriteStartArray("files");
        await foreach (var file in files.OrderBy(f => f.Offset).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("size", file.Size);
            json.WriteString("sha256", file.Sha256);
            if (file.Rows is { } rows)
                json.WriteNumber("rows", rows);
            json.WriteEndObject();
            if (json.BytesPending >= FlushAt)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
    }
}
