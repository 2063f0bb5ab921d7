using System.Net;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// A network people may come from. Of a company, or of a multi-entity group: then the group's id stands in place of the company's, and the
/// rows are read as that owner's.
/// </summary>
[DisableAuditing("Added and removed as acts, in each company concerned.")]
internal sealed class AllowedAddress : IMultiTenant
{
    public const int LabelLength = 100;
    public const int Most = 200;

    public Guid Id { get; set; }

    public Guid TenantId { get; set; }

    /// <summary>Canonical: see <see cref="AddressRange"/>.</summary>
    public string Network { get; set; } = "";

    public string Label { get; set; } = "";

    public Guid? AddedBy { get; set; }

    public DateTime AddedAt { get; set; }

    public DateTime? ExpiresAt { get; set; }

    public bool Allows(IPAddress address, DateTime now) => !(ExpiresAt <= now) && AddressRange.Parse(Network).Contains(address);
}

/// <summary>An address from which one person was let into one company after a code: in one session, or for some days.</summary>
[DisableAuditing("Letting in is recorded as an act.")]
internal sealed class AdmittedAddress : IMultiTenant
{
    public Guid Id { get; set; }

    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>Null: in each session of the person from there.</summary>
    public Guid? SessionId { get; set; }

    /// <summary>As <see cref="FailureCounter.NetworkOf"/> writes it: of IPv6 the network of one subscriber.</summary>
    public string Network { get; set; } = "";

    public DateTime ExpiresAt { get; set; }
}
