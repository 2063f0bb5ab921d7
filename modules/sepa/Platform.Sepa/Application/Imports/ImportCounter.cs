namespace Platform.Sepa;

/// <summary>Counts staged rows while they pass.</summary>
internal sealed class ImportCounter
{
    private ImportCounts _counts;

    public async IAsyncEnumerable<ImportRow> Watch(IAsyncEnumerable<ImportRow> rows)
    {
        await foreach (var row in rows)
        {
            _counts = _counts with
            {
                Valid = _counts.Valid + (row.State == ImportRowState.Valid ? 1 : 0),
                Invalid = _counts.Invalid + (row.State == ImportRowState.Invalid ? 1 : 0),
                Warnings = _counts.Warnings + (row.HasWarnings ? 1 : 0),
                ValidCents = _counts.ValidCents + (row.State == ImportRowState.Valid ? row.AmountCents : 0),
            };
            yield return row;
        }
    }

    public ImportCounts Result() => _counts;
}
