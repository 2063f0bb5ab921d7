using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Signing of a draft mandate by its debtor, online, through a link in a mail (SEP-02; EPC016-06 and EPC222-07, 4.1: a mandate may be
/// given electronically). What was shown is what is signed. A record of it is kept among the mandate's documents and mailed to the debtor.
/// </summary>
public interface IMandateSigningAppService : IApplicationService
{
    /// <summary>
    /// Mails the debtor a link, in the debtor's language; a former one opens no more. Needs <see cref="SepaPermissions.Mandates.Edit"/>.
    /// </summary>
    /// <returns>When the link ends, UTC.</returns>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of sight.</exception>
    /// <exception cref="BusinessException">
    /// Sepa:MandateState unless it is a draft, Sepa:MandateWithoutEmail, Sepa:MandateCreditorMissing; a stale stamp.
    /// </exception>
    Task<DateTime> AskAsync(Guid mandateId, Guid concurrencyStamp, CancellationToken cancellationToken = default);

    /// <summary>What the link asks to sign; for its holder, whoever that is. Counts no use.</summary>
    /// <exception cref="DeadLinkException">The link opens no more, or never did.</exception>
    /// <exception cref="BusinessException">Sepa:MandateNotToSign where the mandate is no draft any more or has another address.</exception>
    Task<MandateToSignDto> LookAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Signs, once: the mandate is active from then on, signed on the present day (UTC).</summary>
    /// <exception cref="DeadLinkException">As above.</exception>
    /// <exception cref="BusinessException">As above; Sepa:MandateChangedMeanwhile where it says something else than what was shown.</exception>
    /// <exception cref="InputException">A name or place is missing or too long, or there is no consent.</exception>
    Task<SignedMandateDto> SignAsync(string token, SignMandateDto input, CancellationToken cancellationToken = default);
}

/// <summary>A mandate that waits for its debtor.</summary>
/// <param name="Form">What it says.</param>
/// <param name="ContentSha256">Of all that it says, in the debtor's language: names what is signed.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record MandateToSignDto(MandateFormDto Form, string ContentSha256, DateTime ExpiresAt);

/// <summary>A debtor's signature.</summary>
/// <param name="SignerName">Who signs: the debtor, or who acts for it. At most 70 characters.</param>
/// <param name="Place">Town. At most 70 characters.</param>
/// <param name="IsAgreed">Consent.</param>
/// <param name="ContentSha256">Of <see cref="MandateToSignDto"/>.</param>
public sealed record SignMandateDto(string? SignerName, string? Place, bool IsAgreed, string? ContentSha256);

/// <summary>A mandate that its debtor just signed.</summary>
/// <param name="Reference">Unique mandate reference.</param>
/// <param name="Creditor">To whom it was given.</param>
/// <param name="Language">Of the record.</param>
/// <param name="Email">Where the record was mailed to.</param>
/// <param name="Record">Text: what the mandate says, who signed it, where and when, and the SHA-256 of what was signed.</param>
public sealed record SignedMandateDto(string Reference, string Creditor, string Language, string Email, string Record);
