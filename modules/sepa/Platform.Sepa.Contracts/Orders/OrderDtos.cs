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

/// <summary>Which waiting orders; empty means all that the scheme may take.</summary>
/// <param name="ImportBatchId">Only of this import.</param>
/// <param name="RequestedUntil">Only those wanted on or before this day, or as soon as possible.</param>
/// <param name="OrderIds">Only these; at most 1,000.</param>
/// <param name="OriginalRemittanceId">Only reversals of collections of this remittance: a file of reversals names one earlier file.</param>
public sealed record OrderSelectionDto(
    Guid? ImportBatchId = null, DateOnly? RequestedUntil = null, IReadOnlyList<Guid>? OrderIds = null, Guid? OriginalRemittanceId = null);
