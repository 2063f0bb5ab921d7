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
