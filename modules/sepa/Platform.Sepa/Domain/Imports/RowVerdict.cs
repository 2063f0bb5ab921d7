using System.Text.Json;

namespace Platform.Sepa;

/// <summary>Something found in a row of a file, as it is stored.</summary>
internal sealed record RowFinding(ImportField? Field, string Code, FindingSeverity Severity, string? Value);

/// <summary>What the validation of a row came to.</summary>
internal sealed record RowVerdict(string? UniqueKey, long AmountCents, IReadOnlyList<RowFinding> Findings)
{
    public bool IsValid => Findings.All(f => f.Severity != FindingSeverity.Error);

    public bool HasWarnings => Findings.Any(f => f.Severity == FindingSeverity.Warning);

    public RowVerdict With(RowFinding finding) => this with { Findings = [.. Findings, finding] };

    public string? ToJson() => Findings.Count == 0 ? null : JsonSerializer.Serialize(Findings, ImportJson.Options);

    public static IReadOnlyList<RowFinding> FindingsOf(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<RowFinding>>(json, ImportJson.Options) ?? [];
}
