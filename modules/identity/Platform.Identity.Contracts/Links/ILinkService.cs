using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Links in mails that open something without signing in. The token in the address is 256 random bits and its company, sealed by the
/// host's key ring for its kind; the database has a hash only. What was not made here is refused without a look at the links; it counts as
/// a failure of its network address, and a blocked address opens none. Checks no permission: whoever makes a link answers for it.
/// </summary>
/// <remarks>
/// A link lasts as long as was settled when it was made, and never longer than the setting of this moment allows: a stricter setting
/// shortens links that are out, a more lenient one lengthens none.
/// </remarks>
public interface ILinkService : IScopedDependency
{
    /// <summary>Makes a link in the current company, or for a person where the kind belongs to one. Audited.</summary>
    /// <exception cref="BusinessException">Identity:LinkTooLong, with the most days allowed as {value}.</exception>
    Task<MadeLink> MakeAsync(NewLink link, CancellationToken cancellationToken = default);

    /// <summary>How long a new link of the kind lasts in the current company unless asked otherwise, and at most.</summary>
    Task<LinkTerms> GetTermsAsync(string kind, CancellationToken cancellationToken = default);

    /// <summary>
    /// What the link would open; counts no use. For the page that asks "shall I?", which programs that read mails open too. The same
    /// refusals as <see cref="OpenAsync"/>.
    /// </summary>
    Task<OpenedLink> LookAsync(string kind, string? token, CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens the link. The use counts, and is audited, if the current unit of work commits: of two at the same moment, where one use is
    /// left, one opens. Changes nothing about who is signed in or which company is current. To be called before anything is written.
    /// </summary>
    /// <exception cref="DeadLinkException">
    /// Identity:LinkExpired, Identity:LinkRevoked, Identity:LinkReplaced, Identity:LinkUsedUp (status 410) or Identity:LinkUnknown (404). Left
    /// alone, it becomes the public page that says so and nothing else. The use of a revoked link raises an alert in its company.
    /// </exception>
    Task<OpenedLink> OpenAsync(string kind, string? token, CancellationToken cancellationToken = default);

    /// <summary>The links that these subjects of the current company were sent, the newest first, with what they are worth now.</summary>
    /// <remarks>One that is over is known for 90 days.</remarks>
    Task<IReadOnlyList<SentLink>> GetListAsync(string kind, IReadOnlyCollection<Guid> subjectIds, CancellationToken cancellationToken = default);

    /// <summary>Revokes what is still open of this subject in the current company, or of this person. Audited.</summary>
    /// <returns>How many.</returns>
    Task<int> RevokeAllAsync(string kind, Guid subjectId, CancellationToken cancellationToken = default);

    /// <summary>Revokes one of the current company, whatever its kind.</summary>
    /// <returns>False when it was not open any more.</returns>
    Task<bool> RevokeAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>A wish for a link.</summary>
/// <param name="Kind">Name of a declared kind.</param>
/// <param name="SubjectId">What it opens; its meaning is the kind's. For a kind of a person, the person.</param>
/// <param name="Recipient">Whom it is for: an e-mail address or a name. Kept masked.</param>
/// <param name="UserId">The account it is for, where there is one: the link goes when the account goes.</param>
/// <param name="Lasts">Shorter or longer than by default, within what is allowed.</param>
public sealed record NewLink(string Kind, Guid SubjectId, string Recipient, Guid? UserId = null, TimeSpan? Lasts = null);

/// <summary>A new link.</summary>
/// <param name="Id">Opens nothing.</param>
/// <param name="Address">To put in the mail; told only here.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record MadeLink(Guid Id, string Address, DateTime ExpiresAt)
{
    /// <summary>Never the address.</summary>
    public override string ToString() => $"Link {Id}";
}

/// <summary>An open link.</summary>
/// <param name="Id">The link.</param>
/// <param name="SubjectId">What it opens.</param>
/// <param name="Company">The company it belongs to; null for a person's. To be made current by whoever goes on.</param>
/// <param name="UserId">The account it is for, where there is one.</param>
/// <param name="ExpiresAt">UTC, by the settings of this moment.</param>
public sealed record OpenedLink(Guid Id, Guid SubjectId, TenantInfo? Company, Guid? UserId, DateTime ExpiresAt);

/// <summary>How long links last.</summary>
/// <param name="Default">Unless asked otherwise.</param>
/// <param name="Most">At most.</param>
public sealed record LinkTerms(TimeSpan Default, TimeSpan Most);

/// <summary>A link that was sent.</summary>
/// <param name="Id">Opens nothing.</param>
/// <param name="SubjectId">What it opens.</param>
/// <param name="Recipient">Whom it is for, masked.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="ExpiresAt">UTC, by the settings of this moment.</param>
/// <param name="State">Now.</param>
/// <param name="Uses">How often it was opened.</param>
public sealed record SentLink(Guid Id, Guid SubjectId, string Recipient, DateTime MadeAt, DateTime ExpiresAt, LinkState State, int Uses);
