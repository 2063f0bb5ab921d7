namespace Platform.Identity;

/// <summary>Kinds of links of this module.</summary>
public sealed class IdentityLinkKinds : ILinkKindProvider
{
    /// <summary>Invites into a company; its subject is the invitation.</summary>
    public const string Invitation = "Identity.Invitation";

    /// <summary>Brings a person a new password.</summary>
    public const string PasswordReset = "Identity.PasswordReset";

    /// <summary>Signs an old login in; its subject is the login's person.</summary>
    public const string LegacyLogin = "Identity.LegacyLogin";

    /// <summary>Proves the address of somebody who signs up; its subject is the sign-up.</summary>
    public const string SignUp = "Identity.SignUp";

    private const string Forgot = "/account/forgot";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public IEnumerable<LinkKindDefinition> GetKinds() =>
    [
        new(Invitation, "/account/invitation", IdentitySettings.InvitationDays, MostUses: 1, OneAtATime: true),
        new(PasswordReset, "/account/reset", Lasts: Hour, MostUses: 1, OneAtATime: true, OfPerson: true, RenewPath: Forgot),
        new(SignUp, "/account/sign-up", Lasts: Day, MostUses: 1, OneAtATime: true, OfNobody: true, RenewPath: "/account/sign-up"),
        new(LegacyLogin, "/account/legacy", Lasts: Hour, MostUses: 1, OneAtATime: true, RenewPath: Forgot),
    ];
}
