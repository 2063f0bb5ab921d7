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
    /// <param name="cancellationToken">Cancels.</param>
    Task<NewSession> CreateAsync(Guid userId, bool rememberMe, bool bySecondFactor = false, string? deviceKey = null, CancellationToken cancellationToken = default);

    /// <summary>The session of this key, or null when there is none, it ended, or the person is inactive. Marks it as used.</summary>
    Task<Session?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Ends the session of this key; nothing happens when there is none.</summary>
    Task RemoveAsync(string key, CancellationToken cancellationToken = default);
}

/// <summary>A session just begun.</summary>
/// <param name="Key">256 random bits, base64url.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record NewSession(string Key, DateTime ExpiresAt);

/// <summary>A valid session.</summary>
/// <param name="Id">Names it in the audit trail and on the sessions page; opens nothing.</param>
/// <param name="Person">Whose.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ExpiresAt">UTC; the earlier of the idle and the absolute limit.</param>
/// <param name="IsPersistent">Outlives the browser.</param>
/// <param name="Owes">What must be done before anything else.</param>
/// <param name="FactorDueAt">UTC; until when a second factor is to be set up, or null.</param>
/// <param name="IsLegacy">An old login.</param>
/// <param name="LegacyClosesAt">UTC; until when the old login is kept, once it was replaced.</param>
public sealed record Session(
    Guid Id, AuthenticatedPerson Person, DateTime CreatedAt, DateTime ExpiresAt, bool IsPersistent, Obligation Owes = Obligation.None, DateTime? FactorDueAt = null,
    bool IsLegacy = false, DateTime? LegacyClosesAt = null);
