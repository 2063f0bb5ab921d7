using Microsoft.AspNetCore.Mvc;

namespace Platform.Sepa.Web;

/// <summary>Which orders the list, its print and its export hold; it stands in the address.</summary>
internal sealed record CollectionListFilter
{
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "status")]
    public string? Shown { get; init; }

    /// <summary>Null for all, which is a word of its own: without any the list opens with what waits.</summary>
    public OrderStatus? Status => ShownStatus.Read(Shown);

    [FromQuery(Name = "scheme")]
    public SddScheme? Scheme { get; init; }

    [FromQuery(Name = "bank")]
    public BankState? Bank { get; init; }

    [FromQuery(Name = "import")]
    public Guid? Import { get; init; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    [FromQuery(Name = "min")]
    public decimal? Min { get; init; }

    [FromQuery(Name = "max")]
    public decimal? Max { get; init; }

    [FromQuery(Name = "expected")]
    public bool IsExpected { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    public bool IsSet => this with { Cursor = null, Q = string.IsNullOrWhiteSpace(Q) ? null : Q } != new CollectionListFilter { Shown = ShownStatus.First };

    /// <summary>The list opens with what waits; "all" in the address shows everything.</summary>
    public CollectionListFilter Opened(bool namesStatus) => namesStatus || Bank is not null || IsExpected ? this : this with { Shown = ShownStatus.First };

    public GetCollectionsInput ToInput(int pageSize = 25) =>
        new(Q, Status, Scheme, Import, null, Cursor, pageSize, Bank, From, To, Min, Max, IsExpected);

    /// <summary>Names and values for a link below the current company.</summary>
    public (string Name, object? Value)[] ToQuery() =>
    [
        ("q", Q), ("status", Status?.ToString() ?? "all"), ("scheme", Scheme), ("bank", Bank), ("import", Import), ("from", From), ("to", To),
        ("min", Min), ("max", Max), ("expected", IsExpected ? "true" : null), ("cursor", Cursor),
    ];
}

/// <summary>Which state a list of orders shows.</summary>
internal static class ShownStatus
{
    public const string First = nameof(OrderStatus.Waiting);

    public static OrderStatus? Read(string? name) => Enum.TryParse<OrderStatus>(name, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;
}
