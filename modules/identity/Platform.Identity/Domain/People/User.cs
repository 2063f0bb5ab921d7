using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Identity;

[HostWide("One login reaches all of a person's companies; a company sees only its own members.")]
internal sealed class User : IdentityUser<Guid>
{
    public const int NameLength = 120;
    public const int EmailLength = 254;
    public const int LanguageLength = 2;

    public string Name { get; set; } = "";

    public string Language { get; set; } = "en";

    public bool IsActive { get; set; } = true;

    public DateTime CreatedAt { get; set; }

    public DateTime? LastSignInAt { get; set; }

    public DateTime? PasswordChangedAt { get; set; }

    /// <summary>When the person first signed in under the rule that asks for a second factor.</summary>
    public DateTime? FactorAskedAt { get; set; }

    /// <summary>When the person was told that the account will be deactivated.</summary>
    public DateTime? InactivityWarnedAt { get; set; }

    /// <summary>E.164, confirmed by a code sent to it; null for none.</summary>
    [DisableAuditing("Receives codes: the trail says that it changed, and its last digits as an act.")]
    public override string? PhoneNumber { get; set; }

    [DisableAuditing("Secret.")]
    public override string? PasswordHash { get; set; }

    [DisableAuditing("Secret.")]
    public override string? SecurityStamp { get; set; }

    public static User New(string email, string name, string language, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = email,
        Email = email,
        Name = name,
        Language = language,
        CreatedAt = now,
    };

    public AuthenticatedPerson ToPerson() => new(Id, Name, Email!, Language);
}
