using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Signing in by the OpenID Connect provider of a company or multi-entity group (OpenID Connect Core 1.0, code flow with PKCE S256). A
/// person is known by the provider's "iss" and "sub", never by an e-mail address, and only after having linked both. The answer counts
/// once, within ten minutes, in the browser that asked. Every attempt is in the audit trail of the provider's company, or of the
/// installation for a group's. Each method commits by itself and is to be called before the caller's first write.
/// </summary>
public interface ISignOnService : IScopedDependency
{
    /// <summary>The provider that opens the company of this URL segment: its own, else its group's. Null where there is none.</summary>
    Task<SignOnOffer?> FindAsync(string slug, CancellationToken cancellationToken = default);

    /// <summary>Where to send the browser.</summary>
    /// <exception cref="EntityNotFoundException">No such provider, or switched off.</exception>
    /// <exception cref="FreshProofRequiredException">Linking, and the last proof is too old.</exception>
    /// <exception cref="BusinessException">Identity:SignOnUnreachable, Identity:SignOnMisconfigured, Identity:SignOnLimited.</exception>
    Task<SignOnQuestion> BeginAsync(SignOnRequest request, CancellationToken cancellationToken = default);

    /// <summary>What the provider's answer leads to.</summary>
    /// <exception cref="BusinessException">
    /// Identity:SignOnState, Identity:SignOnExpired, Identity:SignOnDeclined, Identity:SignOnUnreachable, Identity:SignOnMisconfigured,
    /// Identity:SignOnAnswer, Identity:SignOnRefused; for links and invitations also those of <see cref="ISignOnLinkAppService"/> and
    /// <see cref="IInvitationAppService"/>.
    /// </exception>
    Task<SignOnOutcome> FinishAsync(SignOnAnswer answer, CancellationToken cancellationToken = default);
}

/// <summary>A provider, as people see it before they sign in.</summary>
/// <param name="ProviderId">The provider.</param>
/// <param name="Provider">Its name.</param>
/// <param name="Company">Name of the company that was asked for.</param>
/// <param name="Slug">URL segment of that company.</param>
public sealed record SignOnOffer(Guid ProviderId, string Provider, string Company, string Slug);

/// <summary>A wish to be sent to a provider.</summary>
/// <param name="ProviderId">The provider.</param>
/// <param name="ReturnUrl">Local path to open afterwards; the caller has checked that it is local.</param>
/// <param name="Purpose">What the answer is for.</param>
/// <param name="Invitation">Token of the invitation to accept; for that purpose only.</param>
public sealed record SignOnRequest(Guid ProviderId, string ReturnUrl, SignOnPurpose Purpose = SignOnPurpose.SignIn, string? Invitation = null);

/// <summary>What a provider's answer is for.</summary>
public enum SignOnPurpose
{
    /// <summary>Begins a session of a person who has linked.</summary>
    SignIn,

    /// <summary>Links the signed-in person, who has proven a moment ago to be there.</summary>
    Link,

    /// <summary>Makes the account of an invitation and links it.</summary>
    Invitation,
}

/// <summary>What a browser is to do.</summary>
/// <param name="Address">At the provider.</param>
/// <param name="State">Sealed; kept by the browser that asked and given to nobody else.</param>
public sealed record SignOnQuestion(string Address, string State);

/// <summary>What a browser brings back.</summary>
/// <param name="Place">Company or group whose redirect address was called.</param>
/// <param name="Code">Authorization code.</param>
/// <param name="State">As the provider repeats it.</param>
/// <param name="Error">Error code of the provider (RFC 6749, 4.1.2.1).</param>
/// <param name="Issuer">Who answers (RFC 9207).</param>
/// <param name="Kept">State of the question, from the browser's cookie.</param>
public sealed record SignOnAnswer(Guid Place, string? Code, string? State, string? Error, string? Issuer, string? Kept);

/// <summary>What an answer leads to.</summary>
/// <param name="Step">What to do.</param>
/// <param name="ReturnUrl">Local path to open in the end.</param>
/// <param name="Provider">Its name.</param>
/// <param name="Person">Who signed in; only where somebody did.</param>
/// <param name="Entry">For the session; only where somebody signed in.</param>
/// <param name="Pending">Sealed account at the provider, to be kept by this browser until its person has signed in otherwise and links it.</param>
public sealed record SignOnOutcome(
    SignOnStep Step, string ReturnUrl, string Provider, AuthenticatedPerson? Person = null, SignOnEntry? Entry = null, string? Pending = null);

/// <summary>What follows an answer.</summary>
public enum SignOnStep
{
    /// <summary>Begin the session.</summary>
    Enter,

    /// <summary>Ask for the person's second factor, then begin the session.</summary>
    Factor,

    /// <summary>Nobody known: the same for an account that was never linked and for one whose person may not enter.</summary>
    Unknown,

    /// <summary>Linked; the session stays as it is.</summary>
    Linked,
}

/// <summary>What a session begun by a provider begins with.</summary>
/// <param name="LinkId">The person's link: the session ends with it.</param>
/// <param name="AsksFactor">A second factor of ours was to be asked: it is owed where none is set up.</param>
public sealed record SignOnEntry(Guid LinkId, bool AsksFactor);
