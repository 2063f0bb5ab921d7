namespace Platform.Sepa;

/// <summary>One check of an order (SEP-05). Small, named, with the source it follows.</summary>
internal interface IRule
{
    /// <summary>Stable code, also the key of its text.</summary>
    string Code { get; }

    FindingSeverity Severity { get; }

    /// <summary>Rulebook, guideline or house rule.</summary>
    string Source { get; }
}

/// <summary>Looks at one order at a time while all of them stream by.</summary>
internal interface IOrderRule : IRule
{
    /// <summary>Values for the text when the order breaks the rule, else null.</summary>
    FindingData? Check(OrderFacts order, CheckContext context);
}

/// <summary>Compares with other orders: one query for the whole remittance, never one per order.</summary>
internal interface IHistoryRule : IRule
{
    IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context);
}

internal sealed record HistoryFinding(Guid OrderId, FindingData Data);

/// <summary>Values for the placeholders of a rule's text.</summary>
internal sealed class FindingData : Dictionary<string, object?>
{
    public static FindingData Of(string name, object? value) => new() { [name] = value };

    public FindingData And(string name, object? value)
    {
        this[name] = value;
        return this;
    }
}
