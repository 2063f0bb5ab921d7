namespace Platform.Identity;

/// <summary>Names of the security settings. Numbers are whole and positive; of several that apply to one person the strictest counts.</summary>
public static class IdentitySettings
{
    /// <summary>Fewest characters of a password; below 8 counts as 8.</summary>
    public const string PasswordMinimumLength = "Identity.Password.MinimumLength";

    /// <summary>Whether a password needs upper and lower case; a letter, a digit and a symbol are always needed.</summary>
    public const string PasswordMixedCase = "Identity.Password.MixedCase";

    /// <summary>Days after which a password must be changed at the next sign-in; 0 for never. At most 365.</summary>
    public const string PasswordChangeDays = "Identity.Password.ChangeDays";

    /// <summary>How many former passwords cannot be chosen again; at most 24.</summary>
    public const string PasswordHistory = "Identity.Password.History";

    /// <summary>Whether signing in needs a second factor.</summary>
    public const string SecondFactorRequired = "Identity.SecondFactor.Required";

    /// <summary>Days a person has to set one up, from the first sign-in under that rule on; at most 90.</summary>
    public const string SecondFactorGraceDays = "Identity.SecondFactor.GraceDays";

    /// <summary>Months without a sign-in after which an account is deactivated, two weeks after a warning; 1 to 24.</summary>
    public const string InactivityMonths = "Identity.Inactivity.Months";

    /// <summary>Failed sign-ins after which an account is blocked; at most 20.</summary>
    public const string AccountFailures = "Identity.Block.AccountFailures";

    /// <summary>Minutes an account stays blocked; at least 5.</summary>
    public const string AccountMinutes = "Identity.Block.AccountMinutes";

    /// <summary>Failed sign-ins, on any accounts, after which a network address is blocked; at most 100.</summary>
    public const string AddressFailures = "Identity.Block.AddressFailures";

    /// <summary>Minutes a network address stays blocked; at least 5.</summary>
    public const string AddressMinutes = "Identity.Block.AddressMinutes";

    /// <summary>Minutes without a request after which a session ends.</summary>
    public const string SessionIdleMinutes = "Identity.Session.IdleMinutes";

    /// <summary>Minutes after which a session ends whatever happens.</summary>
    public const string SessionAbsoluteMinutes = "Identity.Session.AbsoluteMinutes";

    /// <summary>Days a session lasts for a person who asked to be remembered; 0 forbids it.</summary>
    public const string SessionRememberDays = "Identity.Session.RememberDays";

    /// <summary>Minutes for which a proof of presence counts where a sensitive act asks for a fresh one; at most 60.</summary>
    public const string FreshProofMinutes = "Identity.FreshProof.Minutes";

    /// <summary>Whether a company opens from its allowed addresses only, and from others after a code. Not for the whole installation.</summary>
    public const string AddressesRestricted = "Identity.Addresses.Restricted";

    /// <summary>Whether the code goes to the administrators; else to the person.</summary>
    public const string AddressesCodeToAdministrators = "Identity.Addresses.CodeToAdministrators";

    /// <summary>Days an address stays open to a person after a code; 0 for the one session. At most 90.</summary>
    public const string AddressesRememberDays = "Identity.Addresses.RememberDays";

    /// <summary>Whether a code that an administrator passed on also adds the address to the company's list.</summary>
    public const string AddressesAddToList = "Identity.Addresses.AddToList";

    /// <summary>Refused requests of one person in one company within ten minutes that administrators are told of; 5 to 1,000.</summary>
    public const string RefusalsCount = "Identity.Refusals.Count";

    /// <summary>Days an invitation can be accepted.</summary>
    public const string InvitationDays = "Identity.Invitation.ValidDays";

    /// <summary>Most days a link in an interactive e-mail lasts; 1 to 365.</summary>
    public const string MailLinkDays = "Identity.Links.MailDays";

    /// <summary>Most days a link to hosted documents lasts; 1 to 365.</summary>
    public const string DocumentLinkDays = "Identity.Links.DocumentDays";
}
