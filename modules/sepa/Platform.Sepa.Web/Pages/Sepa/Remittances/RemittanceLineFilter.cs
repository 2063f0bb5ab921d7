using Microsoft.AspNetCore.Mvc;

namespace Platform.Sepa.Web;

/// <summary>Which orders of a remittance the page shows; it stands in the address.</summary>
internal sealed record RemittanceLineFilter
{
    [FromQuery(Name = "severity")]
    public FindingSeverity? Severity { get; init; }

    [FromQuery(Name = "sequence")]
    public SequenceType? Sequence { get; init; }

    [FromQuery(Name = "date")]
    public DateOnly? Date { get; init; }

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    public bool IsSet => Severity is not null || Sequence is not null || Date is not null || !string.IsNullOrWhiteSpace(Q);

    public GetRemittanceLinesInput ToInput() => new(Severity, Sequence, Date, Q, Cursor);

    /// <summary>Names and values for a link below the current company.</summary>
    public (string Name, object? Value)[] ToQuery() =>
        [("severity", Severity), ("sequence", Sequence), ("date", Date), ("q", Q), ("cursor", Cursor)];
}
