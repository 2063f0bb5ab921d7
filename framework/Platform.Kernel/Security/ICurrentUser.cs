namespace Platform.Kernel;

/// <summary>
/// Who the running code acts for and from where: the signed-in person of a request, the person who enqueued a job, or nobody.
/// </summary>
public interface ICurrentUser
{
    /// <summary>The person's id; null when nobody is signed in.</summary>
    Guid? Id { get; }

    /// <summary>All that is known; never null, with empty members when nobody is signed in.</summary>
    CurrentUserInfo Info { get; }

    /// <summary>Acts for another person until the result is disposed. For jobs, event handlers and seeding.</summary>
    IDisposable Change(CurrentUserInfo info);
}

/// <summary>A person in action, as the audit trail records it. Holds no secret.</summary>
/// <param name="Id">The person, or null.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Sign-in address.</param>
/// <param name="SessionId">The session or the API token used.</param>
/// <param name="ClientAddress">Network address of the client as seen behind configured proxies only.</param>
/// <param name="Device">User agent, at most 256 characters.</param>
/// <param name="Scopes">Permissions an API token is limited to; null for no limit.</param>
/// <param name="Companies">Ids of the only companies that the session or API token opens; null for all of the person's.</param>
/// <param name="ActingFor">The engagement through which a person who is no member works in a company; null for a member.</param>
public sealed record CurrentUserInfo(
    Guid? Id = null,
    string? Name = null,
    string? Email = null,
    Guid? SessionId = null,
    string? ClientAddress = null,
    string? Device = null,
    IReadOnlySet<string>? Scopes = null,
    IReadOnlySet<Guid>? Companies = null,
    Engaged? ActingFor = null)
{
    /// <summary>Whether the session or API token may open the company, as far as it is limited itself.</summary>
    public bool Opens(Guid tenantId) => Companies?.Contains(tenantId) != false;

    /// <summary>Nobody: the system itself.</summary>
    public static CurrentUserInfo None { get; } = new();
}

/// <summary>A firm works in the company of a client, through people who are no members there.</summary>
/// <param name="Firm">The firm, where the person is a member.</param>
/// <param name="ClientId">The only company in which the scopes hold.</param>
/// <param name="Scopes">Names of the permissions that the client granted to the firm.</param>
public sealed record Engaged(TenantInfo Firm, Guid ClientId, IReadOnlySet<string> Scopes);
