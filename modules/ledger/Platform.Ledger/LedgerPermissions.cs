namespace Platform.Ledger;

/// <summary>Permissions of the Ledger module.</summary>
internal static class LedgerPermissions
{
    public const string Group = "Ledger";

    /// <summary>Connect the company to the accounting package, and disconnect one's own connections.</summary>
    public const string Connect = "Ledger.Connect";

    /// <summary>Read entries through one's own connection.</summary>
    public const string Read = "Ledger.Read";
}
