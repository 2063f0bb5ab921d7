using System.Collections.Concurrent;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Whether companies are restricted to their addresses, as read under the version of their rights and settings; one entry a company.</summary>
internal sealed class RestrictedCompanies : ISingletonDependency
{
    private readonly ConcurrentDictionary<Guid, Known> _known = new();

    public bool? Find(TenantInfo company) => _known.TryGetValue(company.Id, out var known) && known.Is(company) ? known.Restricted : null;

    public void Keep(TenantInfo company, bool restricted) => _known[company.Id] = new Known(company.RightsVersion, company.GroupId, restricted);

    // Joining or leaving a group raises no version.
    private sealed record Known(long? Version, Guid? Group, bool Restricted)
    {
        public bool Is(TenantInfo company) => Version == company.RightsVersion && Group == company.GroupId;
    }
}
