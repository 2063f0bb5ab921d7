using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>A download of a handoff that was started.</summary>
[AppendOnly]
[DisableAuditing("Recorded as an act.")]
internal sealed class HandoffDownload : IMultiTenant
{
    public const int AddressLength = 64;
    public const int DeviceLength = 256;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public Guid HandoffId { get; init; }

    /// <summary>Null for a member of the company.</summary>
    public Guid? LinkId { get; init; }

    public DateTime At { get; init; }

    public Guid? UserId { get; init; }

    public string? UserName { get; init; }

    public string? ClientAddress { get; init; }

    public string? Device { get; init; }
}
