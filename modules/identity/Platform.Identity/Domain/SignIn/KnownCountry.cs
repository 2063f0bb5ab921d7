using Platform.Kernel;

namespace Platform.Identity;

/// <summary>A country that a person has signed in from.</summary>
[HostWide("Belongs to a person, not to a company; only compared with.")]
[DisableAuditing("Sign-in is recorded as an act.")]
internal sealed class KnownCountry
{
    public const int CodeLength = 2;

    public Guid UserId { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; set; } = "";

    public DateTime LastSeenAt { get; set; }
}
