namespace Platform.Sepa;

/// <summary>State of an order before the bank has it.</summary>
public enum OrderStatus
{
    /// <summary>In no remittance.</summary>
    Waiting,

    /// <summary>In a remittance that is not yet approved.</summary>
    InRemittance,

    /// <summary>In an approved remittance: frozen.</summary>
    Issued,

    /// <summary>Taken back before it was issued.</summary>
    Cancelled,
}

/// <summary>Number and sum of some orders.</summary>
/// <param name="Count">How many.</param>
/// <param name="Total">Euro.</param>
public sealed record OrderTotalDto(int Count, decimal Total);
