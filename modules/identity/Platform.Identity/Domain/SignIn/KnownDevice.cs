using Platform.Kernel;

namespace Platform.Identity;

/// <summary>A browser that a person has signed in with.</summary>
[HostWide("Belongs to a person, not to a company; only compared with.")]
[DisableAuditing("Sign-in, and the end of trust, are recorded as acts.")]
internal sealed class KnownDevice
{
    /// <summary>How long a browser is trusted after its last sign-in.</summary>
    public static readonly TimeSpan TrustLasts = TimeSpan.FromDays(90);

    public Guid UserId { get; set; }

    /// <summary>Of a random key that the browser keeps.</summary>
    public string Hash { get; set; } = "";

    public DateTime LastSeenAt { get; set; }

    /// <summary>Until when wrong passwords from this browser are counted apart from the account's; null when it is not trusted.</summary>
    public DateTime? TrustedUntil { get; set; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int? Failures { get; set; }

    /// <summary>The person is part of it: a browser known to one is a stranger to all others.</summary>
    public static string HashOf(Guid userId, string key) => Secrets.Hash($"{userId:N}|{key}");
}
