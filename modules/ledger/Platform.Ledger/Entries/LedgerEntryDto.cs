namespace Platform.Ledger;

/// <summary>An entry of the accounting package.</summary>
/// <param name="Id">The package's own.</param>
/// <param name="Date">Of booking.</param>
/// <param name="Text">As booked.</param>
/// <param name="Amount">In euros.</param>
internal sealed record LedgerEntryDto(string Id, DateOnly Date, string Text, decimal Amount);
