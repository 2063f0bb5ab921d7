namespace Platform.Sepa;

/// <summary>
/// Asks a payee's bank whether a name belongs to an account: Verification of Payee (Regulation (EU) 2024/886, article 5c; EPC218-23). Register
/// an implementation and transfers are verified with it; without one the product says that nobody does.
/// </summary>
public interface IPayeeVerifier
{
    /// <summary>
    /// Asks. Called from several threads; changes nothing. An exception, or no answer within <see cref="PayeeLimits.Patience"/>, counts as
    /// <see cref="PayeeMatch.NotPossible"/>.
    /// </summary>
    Task<PayeeAnswer> VerifyAsync(PayeeQuestion question, CancellationToken cancellationToken = default);
}

/// <summary>Who is to be paid.</summary>
/// <param name="Name">As it will stand in the bank file.</param>
/// <param name="Iban">Normal form.</param>
/// <param name="Bic">Normal form, if known.</param>
public sealed record PayeeQuestion(string Name, string Iban, string? Bic);

/// <summary>What the payee's bank says.</summary>
/// <param name="Match">Verdict.</param>
/// <param name="Name">Name of the account's holder, which banks tell for a close match only; cut to 140 characters.</param>
public sealed record PayeeAnswer(PayeeMatch Match, string? Name = null);

/// <summary>Verdicts of the scheme.</summary>
public enum PayeeMatch
{
    /// <summary>The account is this payee's.</summary>
    Match,

    /// <summary>Almost: the bank tells the holder's name.</summary>
    CloseMatch,

    /// <summary>The account is somebody else's.</summary>
    NoMatch,

    /// <summary>Nobody could say.</summary>
    NotPossible,
}

/// <summary>Limits of verification.</summary>
public static class PayeeLimits
{
    /// <summary>For one answer. The scheme wants it within five seconds (EPC218-23).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Days for which a verdict counts: accounts change hands.</summary>
    public const int ValidDays = 7;

    /// <summary>For one act: payees that are left then are verified by the next one.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);
}
