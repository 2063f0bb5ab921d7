using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Which columns of a file mean what: as its format says, as asked, as remembered, or as its names look.</summary>
internal sealed class ImportMappings(SepaDbContext db) : IScopedDependency
{
    public static Dictionary<ImportField, int> Read(string json) => JsonSerializer.Deserialize<Dictionary<ImportField, int>>(json, ImportJson.Options) ?? [];

    public async Task<ColumnMap> ChooseAsync(ImportBatch batch, IRowSource source, RereadImportDto asked, CancellationToken cancellationToken)
    {
        var remembered = source.Columns is null ? await RecallAsync(batch.Kind, source.Header, cancellationToken) : null;
        var columns = Columns(batch.Kind, source, asked.Mapping ?? (remembered is null ? null : Read(remembered.Mapping)));
        var sign = asked.Dialect?.DecimalSign ?? remembered?.DecimalSign ?? DecimalSign.Unknown;
        if (sign == DecimalSign.Unknown)
            sign = source.DecimalSignOf(columns.ColumnOf(ImportField.Amount));
        batch.SetReading(source.Dialect, sign, ImportJson.Cells(source.Header), Write(columns.Columns));
        if (asked.Mapping is not null)
            await RememberAsync(batch, source.Header, cancellationToken);
        return columns;
    }

    private static ColumnMap Columns(ImportKind kind, IRowSource source, IReadOnlyDictionary<ImportField, int>? chosen)
    {
        if (source.Columns is { } given)
            return ColumnMap.Fixed(source.Header, given.Where(c => ImportFields.IsRead(c.Key, kind)));
        return chosen is null ? ColumnMap.Recognise(source.Header, kind) : ColumnMap.Choose(source.Header, chosen);
    }

    private async Task<ImportMapping?> RecallAsync(ImportKind kind, IReadOnlyList<string> header, CancellationToken cancellationToken)
    {
        var fingerprint = Fingerprint(header);
        return await db.ImportMappings.SingleOrDefaultAsync(m => m.Kind == kind && m.HeaderFingerprint == fingerprint, cancellationToken);
    }

    private async Task RememberAsync(ImportBatch batch, IReadOnlyList<string> header, CancellationToken cancellationToken)
    {
        var remembered = await RecallAsync(batch.Kind, header, cancellationToken)
            ?? db.ImportMappings.Add(new ImportMapping(batch.Kind, Fingerprint(header))).Entity;
        remembered.Remember(batch.Mapping, batch.DecimalSign);
    }

    private static string Fingerprint(IReadOnlyList<string> header) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', header).ToUpperInvariant())));

    private static string Write(IReadOnlyDictionary<ImportField, int> mapping) => JsonSerializer.Serialize(mapping, ImportJson.Options);
}
