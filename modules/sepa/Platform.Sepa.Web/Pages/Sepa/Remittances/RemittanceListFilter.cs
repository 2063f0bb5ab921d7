using Microsoft.AspNetCore.Mvc;

namespace Platform.Sepa.Web;

/// <summary>Which remittances the list, its print and its export hold; it stands in the address.</summary>
internal sealed record RemittanceListFilter
{
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "stage")]
    public RemittanceStage? Stage { get; init; }

    [FromQuery(Name = "account")]
    public Guid? Account { get; init; }

    [FromQuery(Name = "scheme")]
    public PaymentScheme? Scheme { get; init; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    [FromQuery(Name = "min")]
    public decimal? Min { get; init; }

    [FromQuery(Name = "max")]
    public decimal? Max { get; init; }

    [FromQuery(Name = "forMe")]
    public bool ForMe { get; init; }

    [FromQuery(Name = "toSign")]
    public bool ToSign { get; init; }

    [FromQuery(Name = "toHandOver")]
    public bool ToHandOver { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    public bool IsSet => this with { Cursor = null, Q = string.IsNullOrWhiteSpace(Q) ? null : Q } != new RemittanceListFilter();

    public GetRemittancesInput ToInput(int pageSize = 25) =>
        new(null, Q, Cursor, pageSize, ForMe, ToHandOver, ToSign, Stage, Account, Scheme, From, To, Min, Max);

    /// <summary>Names and values for a link below the current company.</summary>
    public (string Name, object? Value)[] ToQuery() =>
    [
        ("q", Q), ("stage", Stage), ("account", Account), ("scheme", Scheme), ("from", From), ("to", To), ("min", Min), ("max", Max),
        ("forMe", ForMe ? "true" : null), ("toSign", ToSign ? "true" : null), ("toHandOver", ToHandOver ? "true" : null), ("cursor", Cursor),
    ];
}
