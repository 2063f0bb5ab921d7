using System.Text;
using System.Text.Json;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>How the rows of one import are understood: its columns, its decimal sign and the rules of its kind.</summary>
internal sealed class ImportReading
{
    private readonly ImportKind _kind;
    private readonly ColumnMap _columns;
    private readonly DecimalSign _decimalSign;
    private readonly DateOnly _today;
    private readonly IReadOnlyList<RowFinding> _mappingErrors;
    private readonly Dictionary<string, ImportField> _fieldsByColumn;

    public ImportReading(ImportKind kind, IReadOnlyList<string> header, ColumnMap columns, DecimalSign decimalSign, DateOnly today)
    {
        (_kind, Header, _columns, _decimalSign, _today) = (kind, header, columns, decimalSign, today);
        _fieldsByColumn = columns.Columns.Keys.GroupBy(columns.NameOf).ToDictionary(g => g.Key, g => g.First());
        _mappingErrors = [.. columns.Check(ImportFields.Required(kind), headerLine: 1).Select(MappingError)];
    }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyDictionary<ImportField, int> Columns => _columns.Columns;

    public static ImportReading Of(ImportBatch batch, DateOnly today)
    {
        var header = JsonSerializer.Deserialize<List<string>>(batch.Columns) ?? [];
        var mapping = JsonSerializer.Deserialize<Dictionary<ImportField, int>>(batch.Mapping, ImportJson.Options) ?? [];
        var columns = batch.IsPaymentFile ? ColumnMap.Fixed(header, mapping) : ColumnMap.Choose(header, mapping);
        return new ImportReading(batch.Kind, header, columns, batch.DecimalSign, today);
    }

    public ParsedRow Parse(FileRow row)
    {
        if (_mappingErrors.Count > 0)
            return new ParsedRow(new RowVerdict(null, 0, _mappingErrors));
        return _kind switch
        {
            ImportKind.Mandates => ParseMandate(row),
            ImportKind.Collections => ParseCollection(row),
            _ => ParseTransfer(row),
        };
    }

    public string NameOf(ImportField field) => _columns.NameOf(field);

    private ParsedRow ParseMandate(FileRow row)
    {
        var parsed = MandateRow.Parse(row, _columns);
        var findings = Findings(parsed.Errors, parsed.Warnings);
        if (parsed.Draft is not { } draft)
            return new ParsedRow(new RowVerdict(null, 0, findings));
        if (draft.SignedOn > _today)
            findings.Add(Error(ImportField.SignedOn, SepaErrorCodes.SignedInFuture, $"{draft.SignedOn:yyyy-MM-dd}"));
        return new ParsedRow(new RowVerdict(draft.Reference.Key, 0, findings)) { Mandate = draft };
    }

    private ParsedRow ParseCollection(FileRow row)
    {
        var parsed = CollectionRow.Parse(row, _columns, _decimalSign);
        var findings = Findings(parsed.Errors, parsed.Warnings);
        if (parsed.Draft is not { } draft)
            return new ParsedRow(new RowVerdict(null, 0, findings));
        if (CollectionDates.Check(draft.CollectionDate, _today) is { } code)
            findings.Add(Error(ImportField.CollectionDate, code, $"{draft.CollectionDate:yyyy-MM-dd}"));
        return new ParsedRow(new RowVerdict(draft.EndToEndId?.Value, draft.Amount.Cents, findings)) { Collection = draft };
    }

    private ParsedRow ParseTransfer(FileRow row)
    {
        var parsed = TransferRow.Parse(row, _columns, _decimalSign);
        var findings = Findings(parsed.Errors, parsed.Warnings);
        if (parsed.Draft is not { } draft)
            return new ParsedRow(new RowVerdict(null, 0, findings));
        if (draft.ExecutionDate < _today)
            findings.Add(Error(ImportField.ExecutionDate, SepaErrorCodes.TransferDatePast, $"{draft.ExecutionDate:yyyy-MM-dd}"));
        if (draft.Creditor is { Iban: { IsSepa: true, IsEea: false }, Bic: null })
            findings.Add(Error(ImportField.CreditorBic, SepaErrorCodes.BicMissing, draft.Creditor.Iban.CountryCode));
        if (draft.Creditor is { Iban: { IsSepa: true, IsEea: false }, Address: null })
            findings.Add(Error(ImportField.Town, SepaErrorCodes.CreditorAddressMissing, draft.Creditor.Iban.CountryCode));
        return new ParsedRow(new RowVerdict(draft.EndToEndId?.Value, draft.Amount.Cents, findings)) { Transfer = draft };
    }

    private List<RowFinding> Findings(IReadOnlyList<FieldError> errors, IReadOnlyList<FieldError> warnings) =>
        [.. errors.Select(e => Finding(e, FindingSeverity.Error)), .. warnings.Select(e => Finding(e, FindingSeverity.Warning))];

    private RowFinding Finding(FieldError error, FindingSeverity severity) => new(
        _fieldsByColumn.TryGetValue(error.Field, out var field) ? field : null, error.Code, severity, error.Value);

    private static RowFinding MappingError(FieldError error) =>
        new(Enum.TryParse<ImportField>(error.Field, out var field) ? field : null, error.Code, FindingSeverity.Error, error.Value);

    public static RowFinding Error(ImportField field, string code, string? value) => new(field, code, FindingSeverity.Error, value);
}

/// <summary>A row with its verdict and, when it could be understood, its content.</summary>
internal sealed record ParsedRow(RowVerdict Verdict)
{
    public MandateDraft? Mandate { get; init; }

    public CollectionDraft? Collection { get; init; }

    public TransferDraft? Transfer { get; init; }
}
