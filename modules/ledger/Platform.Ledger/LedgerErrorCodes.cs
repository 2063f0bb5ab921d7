namespace Platform.Ledger;

/// <summary>Stable error codes of the Ledger module, also the keys of their texts.</summary>
internal static class LedgerErrorCodes
{
    /// <summary>No accounting package, or no readable client secret, on this installation.</summary>
    public const string NotConfigured = "Ledger:NotConfigured";

    /// <summary>The answer belongs to no connection that this person began in this browser.</summary>
    public const string StateInvalid = "Ledger:StateInvalid";

    /// <summary>The connection was begun too long ago.</summary>
    public const string StateExpired = "Ledger:StateExpired";

    /// <summary>The answer comes from another authorization server.</summary>
    public const string WrongIssuer = "Ledger:WrongIssuer";

    /// <summary>The person, or the accounting package, said no.</summary>
    public const string Declined = "Ledger:Declined";

    /// <summary>The accounting package refused the request.</summary>
    public const string Refused = "Ledger:Refused";

    /// <summary>The accounting package no longer knows the connection.</summary>
    public const string ConnectAgain = "Ledger:ConnectAgain";

    /// <summary>The accounting package did not answer.</summary>
    public const string Unavailable = "Ledger:Unavailable";

    /// <summary>The accounting package answered something else than its protocol says.</summary>
    public const string AnswerInvalid = "Ledger:AnswerInvalid";
}
