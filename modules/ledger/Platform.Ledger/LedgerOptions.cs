namespace Platform.Ledger;

/// <summary>Section <c>Ledger</c>.</summary>
internal sealed class LedgerOptions
{
    public const string Section = "Ledger";

    /// <summary>The authorization server's issuer, without a slash at the end: "https://accounts.example". Empty: not configured.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Holds the client's secret, read at each use and never kept.</summary>
    public string ClientSecretFile { get; set; } = "";

    public string Scopes { get; set; } = "openid offline_access ledger";

    /// <summary>Root of the accounting package's API, without a slash at the end.</summary>
    public string ApiUrl { get; set; } = "";

    public bool IsConfigured => Authority.Length > 0;
}
