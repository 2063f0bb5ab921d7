using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Sessions live in the database; the browser holds only a random key of which the hash is stored. Every request reads the row,
/// so a sign-out or deactivation holds on the next request on every host. Each method commits by itself.
/// </summary>
public interface ISessionStore : IScopedDependency
{
    /// <summary>Begins a session for a person who has just proven to be one; its key exists nowhere else.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="rememberMe">Outlives the browser.</param>
    /// <param name="bySecondFactor">A second factor was proven too.</param>
    /// <param name="deviceKey">Random, kept by the browser; of one not seen before the person is told. Null for no browser.</param>
    /// <param name="signOn">Begun by a provider: it opens what the provider opens, and proves nothing of the person's own. Null for a password or passkey.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BusinessException">Identity:SignInExpired: the link has ended meanwhile.</exception>
    Task<NewSession> CreateAsync(
        Guid userId, bool rememberMe, bool bySecondFactor = false, string? deviceKey = null, SignOnEntry? signOn = null, CancellationToken cancellationToken = default);

    /// <summary>The session of this key, or null when there is none, it ended, or the person is inactive. Marks it as used.</summary>
    Task<Session?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Gives the session a new key after its person has proven anew to be there; the former key opens nothing any more.</summary>
    /// <returns>The key, or null when there is no such session.</returns>
    Task<NewSession?> RenewAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Ends the session of this key; nothing happens when there is none.</summary>
    Task RemoveAsync(string key, CancellationToken cancellationToken = default);
}

/// <summary>A session just begun, or under a new key.</summary>
/// <param name="Key">256 random bits, base64url.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="IsPersistent">Outlives the browser.</param>
public sealed record NewSession(string Key, DateTime ExpiresAt, bool IsPersistent);

/// <summary>A valid session.</summary>
/// <param name="Id">Names it in the audit trail and on the sessions page; opens nothing.</param>
/// <param name="Person">Whose.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ExpiresAt">UTC; the earlier of the idle and the absolute limit.</param>
/// <param name="IsPersistent">Outlives the browser.</param>
/// <param name="Owes">What must be done before anything else.</param>
/// <param name="FactorDueAt">UTC; until when a second factor is to be set up, or null.</param>
/// <param name="Limit">What it is limited to; null where it opens all of the person's companies and the account.</param>
/// <param name="IsLegacy">An old login.</param>
/// <param name="LegacyClosesAt">UTC; until when the old login is kept, once it was replaced.</param>
public sealed record Session(
    Guid Id, AuthenticatedPerson Person, DateTime CreatedAt, DateTime ExpiresAt, bool IsPersistent, Obligation Owes = Obligation.None, DateTime? FactorDueAt = null,
    SessionLimit? Limit = null, bool IsLegacy = false, DateTime? LegacyClosesAt = null);

/// <summary>What a session is limited to; read at each request.</summary>
/// <param name="Companies">Ids of the only companies it opens.</param>
/// <param name="OpensAccount">
/// Whether pages of the account open too: in a session begun by a provider only for some minutes after its person has proven, by password or
/// second factor of their own, to be there.
/// </param>
public sealed record SessionLimit(IReadOnlySet<Guid> Companies, bool OpensAccount);
