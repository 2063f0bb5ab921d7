using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SecurityAlert : IMultiTenant
{
    public const int KindLength = 32;
    public const int SubjectLength = 400;

    /// <summary>What happens again within this time is the same alert.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    public Guid Id { get; set; }

    public Guid TenantId { get; set; }

    public string Kind { get; set; } = "";

    /// <summary>What makes two alerts of a kind the same.</summary>
    public string Subject { get; set; } = "";

    public Guid? UserId { get; set; }

    public string Address { get; set; } = "";

    public DateTime FirstAt { get; set; }

    public DateTime LastAt { get; set; }

    public int Count { get; set; }

    public DateTime? SettledAt { get; set; }

    public Guid? SettledBy { get; set; }
}
