using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Identity;

[HostWide("One login reaches all of a person's companies; a company sees only its own members.")]
internal sealed class User : IdentityUser<Guid>
{
    public const int NameLength = 120;
    public const int EmailLength = 254;
    public const int LanguageLength = 2;
    public const int TermsLength = 16;

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

    /// <summary>The one company of an old login, whose address is the login and no address; null for everybody else.</summary>
    public Guid? LegacyCompanyId { get; set; }

    /// <summary>Until when an old login is kept, once a person's own account took its place.</summary>
    public DateTime? LegacyClosesAt { get; set; }

    /// <summary>Version of the terms that the person accepted last.</summary>
    public string? TermsVersion { get; set; }

    public DateTime? TermsAcceptedAt { get; set; }

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

    /// <summary>An old login of a company; UserManager, which insists on addresses, does not make it.</summary>
    public static User Legacy(string login, string name, string language, Guid companyId, DateTime now)
    {
        var user = New(login, name, language, now);
        user.NormalizedEmail = user.NormalizedUserName = login.Normalize().ToUpperInvariant();
        user.SecurityStamp = Secrets.NewKey();
        user.LegacyCompanyId = companyId;
        return user;
    }

    public AuthenticatedPerson ToPerson() => new(Id, Name, Email!, Language);
}
