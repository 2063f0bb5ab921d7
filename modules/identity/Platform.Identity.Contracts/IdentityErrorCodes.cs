namespace Platform.Identity;

/// <summary>Stable error codes of the module; each is also the key of its text.</summary>
public static partial class IdentityErrorCodes
{
    /// <summary>Sign-in refused: the same for an unknown address, a wrong password, a block and an inactive account.</summary>
    public const string SignInRefused = "Identity:SignInRefused";

    /// <summary>The password is shorter than {value} characters.</summary>
    public const string PasswordTooShort = "Identity:PasswordTooShort";

    /// <summary>The password is longer than {value} characters.</summary>
    public const string PasswordTooLong = "Identity:PasswordTooLong";

    /// <summary>The password has no letter.</summary>
    public const string PasswordNeedsLetter = "Identity:PasswordNeedsLetter";

    /// <summary>The password has no upper-case letter.</summary>
    public const string PasswordNeedsUpper = "Identity:PasswordNeedsUpper";

    /// <summary>The password has no lower-case letter.</summary>
    public const string PasswordNeedsLower = "Identity:PasswordNeedsLower";

    /// <summary>The password has no digit.</summary>
    public const string PasswordNeedsDigit = "Identity:PasswordNeedsDigit";

    /// <summary>The password has no character besides letters and digits.</summary>
    public const string PasswordNeedsSymbol = "Identity:PasswordNeedsSymbol";

    /// <summary>The password is, but for digits and symbols around it, one of the most used.</summary>
    public const string PasswordCommon = "Identity:PasswordCommon";

    /// <summary>The password holds the person's name or e-mail address.</summary>
    public const string PasswordPersonal = "Identity:PasswordPersonal";

    /// <summary>The password holds a name of the company or the product.</summary>
    public const string PasswordOfCompany = "Identity:PasswordOfCompany";

    /// <summary>The password is on a list of breached passwords.</summary>
    public const string PasswordBreached = "Identity:PasswordBreached";

    /// <summary>The new password is the current one.</summary>
    public const string PasswordUnchanged = "Identity:PasswordUnchanged";

    /// <summary>The current password is wrong, or too many wrong ones were given.</summary>
    public const string PasswordWrong = "Identity:PasswordWrong";

    /// <summary>The two passwords differ.</summary>
    public const string PasswordsDiffer = "Identity:PasswordsDiffer";

    /// <summary>A value is required.</summary>
    public const string Required = "Identity:Required";

    /// <summary>The value is too long.</summary>
    public const string TooLong = "Identity:TooLong";

    /// <summary>Not an e-mail address.</summary>
    public const string EmailFormat = "Identity:EmailFormat";

    /// <summary>The product has no texts in this language.</summary>
    public const string LanguageUnknown = "Identity:LanguageUnknown";

    /// <summary>The person works in the company already.</summary>
    public const string AlreadyMember = "Identity:AlreadyMember";

    /// <summary>At least one role is needed.</summary>
    public const string RoleRequired = "Identity:RoleRequired";

    /// <summary>The role does not exist in this company.</summary>
    public const string RoleUnknown = "Identity:RoleUnknown";

    /// <summary>Another role of the company has this name.</summary>
    public const string RoleNameTaken = "Identity:RoleNameTaken";

    /// <summary>The administrator's role can be neither renamed, limited nor deleted.</summary>
    public const string RoleProtected = "Identity:RoleProtected";

    /// <summary>The role is held by {count} people.</summary>
    public const string RoleInUse = "Identity:RoleInUse";

    /// <summary>No such permission.</summary>
    public const string PermissionUnknown = "Identity:PermissionUnknown";

    /// <summary>Nobody gives or takes a right they do not hold: {permission}.</summary>
    public const string CannotGrantMore = "Identity:CannotGrantMore";

    /// <summary>The company would be left without an active administrator.</summary>
    public const string LastAdministrator = "Identity:LastAdministrator";

    /// <summary>The person works in other companies too: remove instead of deactivate.</summary>
    public const string UserInOtherCompanies = "Identity:UserInOtherCompanies";

    /// <summary>What was invited to is not there any more.</summary>
    public const string InvitationInvalid = "Identity:InvitationInvalid";

    /// <summary>The invitation is for another address than the one signed in.</summary>
    public const string InvitationForOther = "Identity:InvitationForOther";

    /// <summary>An account with the invited address exists: sign in to accept.</summary>
    public const string InvitationNeedsSignIn = "Identity:InvitationNeedsSignIn";

    /// <summary>A token expires between tomorrow and a year from now.</summary>
    public const string TokenExpiry = "Identity:TokenExpiry";

    /// <summary>The person is no member of the company a token is bound to.</summary>
    public const string TokenCompany = "Identity:TokenCompany";

    /// <summary>A person holds at most {count} tokens.</summary>
    public const string TokenCount = "Identity:TokenCount";

    /// <summary>An authenticator app is set up already: switch it off first.</summary>
    public const string SecondFactorSetUp = "Identity:SecondFactorSetUp";

    /// <summary>The installation keeps no keys of authenticator apps.</summary>
    public const string SecondFactorUnavailable = "Identity:SecondFactorUnavailable";

    /// <summary>The code is wrong, was used before, or too many were tried.</summary>
    public const string CodeWrong = "Identity:CodeWrong";

    /// <summary>The installation's public address (App:BaseUrl) names no host that passkeys could belong to.</summary>
    public const string PasskeysUnavailable = "Identity:PasskeysUnavailable";

    /// <summary>A person holds at most {count} passkeys.</summary>
    public const string PasskeyCount = "Identity:PasskeyCount";

    /// <summary>What the browser sent is no answer to what it was asked, came too late, or is of no passkey of this person.</summary>
    public const string PasskeyRefused = "Identity:PasskeyRefused";

    /// <summary>The last second factor is not removed with an API token.</summary>
    public const string PasskeyLast = "Identity:PasskeyLast";

    /// <summary>Too much time has passed since the password was accepted: sign in again.</summary>
    public const string SignInExpired = "Identity:SignInExpired";

    /// <summary>The API was called without a token, or with one that is unknown, revoked or expired.</summary>
    public const string TokenInvalid = "Identity:TokenInvalid";

    /// <summary>The token's person must choose a new password or set up a second factor in a browser first: status 403.</summary>
    public const string TokenOwes = "Identity:TokenOwes";

    /// <summary>A token that is limited cannot do this.</summary>
    public const string TokenLimited = "Identity:TokenLimited";

    /// <summary>The password is one of the last {value}.</summary>
    public const string PasswordReused = "Identity:PasswordReused";

    /// <summary>There is no security setting {value}, or not at this place.</summary>
    public const string SettingUnknown = "Identity:SettingUnknown";

    /// <summary>Not a whole number within {value}.</summary>
    public const string SettingRange = "Identity:SettingRange";

    /// <summary>Neither "true" nor "false": {value}.</summary>
    public const string SettingTruth = "Identity:SettingTruth";

    /// <summary>More lenient than what stands above: {value}.</summary>
    public const string SettingTooWeak = "Identity:SettingTooWeak";

    /// <summary>Too many codes were mailed: later.</summary>
    public const string CodeLimit = "Identity:CodeLimit";

    /// <summary>An account with this address exists: sign in to it.</summary>
    public const string SignUpKnown = "Identity:SignUpKnown";

    /// <summary>The company has an active administrator.</summary>
    public const string AdministratorExists = "Identity:AdministratorExists";
}
