using Platform.Kernel;

namespace Platform.Identity;

[HostWide("Belongs to a person, not to a company; read by key hash or by its owner only.")]
[DisableAuditing("Sign-in and sign-out are recorded as acts.")]
internal sealed class UserSession
{
    public static readonly TimeSpan LastSeenPrecision = TimeSpan.FromMinutes(1);

    public Guid Id { get; set; }

    public string KeyHash { get; set; } = "";

    public Guid UserId { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime LastSeenAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    /// <summary>0: only the absolute limit counts.</summary>
    public int IdleMinutes { get; set; }

    public bool IsPersistent { get; set; }

    /// <summary>When the person last proved to be there, by whatever sign-in asks for; null in sessions begun before this was kept.</summary>
    public DateTime? ProvenAt { get; set; }

    /// <summary>When a second factor was last proven; null for never.</summary>
    public DateTime? FactorAt { get; set; }

    /// <summary>What must be done before the session opens anything else; null for nothing.</summary>
    public Obligation? Owes { get; set; }

    /// <summary>Until when the person is reminded to set up a second factor.</summary>
    public DateTime? FactorDueAt { get; set; }

    /// <summary>The link to the provider that began it; null for a password or passkey.</summary>
    public Guid? SignOnLinkId { get; set; }

    /// <summary>When it began, a company of the person opened by its provider only; which ones, is read at each request.</summary>
    public bool? IsLimited { get; set; }

    /// <summary>The browser it began in; null for none, and in sessions begun before this was kept.</summary>
    public string? DeviceHash { get; set; }

    public string ClientAddress { get; set; } = "";

    public string Device { get; set; } = "";

    public DateTime EffectiveEnd
    {
        get
        {
            var idleEnd = LastSeenAt.AddMinutes(IdleMinutes);
            return IdleMinutes > 0 && idleEnd < ExpiresAt ? idleEnd : ExpiresAt;
        }
    }
}
