using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Recognises API tokens.</summary>
public interface IApiTokenValidator : IScopedDependency
{
    /// <summary>
    /// Whose token it is, or null when it is unknown, revoked, expired or its person inactive. Records the use, in the audit trail too
    /// (once an hour and address).
    /// </summary>
    Task<AuthenticatedToken?> ValidateAsync(string token, CancellationToken cancellationToken = default);
}

/// <summary>A valid API token.</summary>
/// <param name="Id">Names it in the audit trail.</param>
/// <param name="Person">Who acts.</param>
/// <param name="TenantId">The only company it opens; null for all of the person's.</param>
/// <param name="Scopes">The permissions it is limited to; null for no limit.</param>
/// <param name="Owes">What its person must do in a browser first: until then the token opens nothing.</param>
public sealed record AuthenticatedToken(
    Guid Id, AuthenticatedPerson Person, Guid? TenantId, IReadOnlyList<string>? Scopes, Obligation Owes = Obligation.None);
