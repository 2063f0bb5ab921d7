using Platform.Kernel;

namespace Platform.Identity;

[HostWide("Belongs to a person, not to a company; only compared with.")]
[DisableAuditing("The change of the password is recorded as an act.")]
internal sealed class FormerPassword
{
    /// <summary>Kept even where the setting asks for fewer: it may be raised again.</summary>
    public const int Most = 24;

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public string Hash { get; set; } = "";

    public DateTime ReplacedAt { get; set; }
}

[HostWide("Belongs to a person, not to a company; found by the hash of its token.")]
[DisableAuditing("Asking for a link and using it are recorded as acts.")]
internal sealed class PasswordReset
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>The key: a newer link takes the place of the former one.</summary>
    public Guid UserId { get; set; }

    public string TokenHash { get; set; } = "";

    public DateTime ExpiresAt { get; set; }
}
