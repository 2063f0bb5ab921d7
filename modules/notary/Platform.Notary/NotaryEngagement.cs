using Platform.Notifications;
using Platform.Tenancy;

namespace Platform.Notary;

/// <summary>A notary's office prepares deeds for a client. A client may have several offices: each side of a sale brings its own.</summary>
internal sealed class NotaryEngagement : IEngagementKindProvider
{
    public const string Name = "notary";

    private static readonly string[] Proposed =
    [
        TenancyPermissions.Dashboard, TenancyPermissions.Company.Default, NotificationsPermissions.Own, NotaryPermissions.Deeds.Default, NotaryPermissions.Deeds.Prepare,
    ];

    public IEnumerable<EngagementKindDefinition> GetKinds() => [new(Name, "Notary.EngagementKind", NotaryTenantType.Name, Proposed, Proposed)];
}
