namespace Platform.Identity;

/// <summary>Stable error codes of the module; each is also the key of its text.</summary>
public static class IdentityErrorCodes
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

    /// <summary>There is no such limit, or it is given twice: {value}.</summary>
    public const string LimitUnknown = "Identity:LimitUnknown";

    /// <summary>Not an amount of euros from 0 with two decimals at most: {value}.</summary>
    public const string LimitAmount = "Identity:LimitAmount";

    /// <summary>Between none and 100 records can be chosen, not {value}.</summary>
    public const string LimitItems = "Identity:LimitItems";

    /// <summary>No such record in this company: {value}.</summary>
    public const string LimitItemUnknown = "Identity:LimitItemUnknown";

    /// <summary>Rights are lent to another active member of the company.</summary>
    public const string DelegateUnknown = "Identity:DelegateUnknown";

    /// <summary>The first day is missing or over: {value}.</summary>
    public const string DelegationStart = "Identity:DelegationStart";

    /// <summary>The last day is missing, before the first, or more than a year after it: {value}.</summary>
    public const string DelegationEnd = "Identity:DelegationEnd";

    /// <summary>No right was chosen.</summary>
    public const string DelegationEmpty = "Identity:DelegationEmpty";

    /// <summary>The company would be left without an active administrator.</summary>
    public const string LastAdministrator = "Identity:LastAdministrator";

    /// <summary>The person works in other companies too: remove instead of deactivate.</summary>
    public const string UserInOtherCompanies = "Identity:UserInOtherCompanies";

    /// <summary>The link is unknown, used, replaced, withdrawn or expired.</summary>
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

    /// <summary>A token that is limited cannot do this.</summary>
    public const string TokenLimited = "Identity:TokenLimited";

    /// <summary>The password is one of the last {value}.</summary>
    public const string PasswordReused = "Identity:PasswordReused";

    /// <summary>The link for a new password is unknown, expired, used or replaced by a newer one.</summary>
    public const string ResetInvalid = "Identity:ResetInvalid";

    /// <summary>There is no security setting {value}, or not at this place.</summary>
    public const string SettingUnknown = "Identity:SettingUnknown";

    /// <summary>Not a whole number within {value}.</summary>
    public const string SettingRange = "Identity:SettingRange";

    /// <summary>Neither "true" nor "false": {value}.</summary>
    public const string SettingTruth = "Identity:SettingTruth";

    /// <summary>More lenient than what stands above: {value}.</summary>
    public const string SettingTooWeak = "Identity:SettingTooWeak";

    /// <summary>The answer of a provider belongs to no question of this browser, was used before, or was sent to another's address.</summary>
    public const string SignOnState = "Identity:SignOnState";

    /// <summary>More than ten minutes have passed since the browser was sent to the provider.</summary>
    public const string SignOnExpired = "Identity:SignOnExpired";

    /// <summary>The provider answered with an error: refused there, or cancelled.</summary>
    public const string SignOnDeclined = "Identity:SignOnDeclined";

    /// <summary>The provider does not answer.</summary>
    public const string SignOnUnreachable = "Identity:SignOnUnreachable";

    /// <summary>The provider's metadata or its answer to our client are not what they must be.</summary>
    public const string SignOnMisconfigured = "Identity:SignOnMisconfigured";

    /// <summary>The provider's ID token does not hold: issuer, audience, signature, nonce or time.</summary>
    public const string SignOnAnswer = "Identity:SignOnAnswer";

    /// <summary>The account at the provider opens nothing here.</summary>
    public const string SignOnRefused = "Identity:SignOnRefused";

    /// <summary>Not in a session that was begun by a provider.</summary>
    public const string SignOnLimited = "Identity:SignOnLimited";

    /// <summary>The account at the provider is linked to somebody else, or the person to another one there.</summary>
    public const string SignOnLinked = "Identity:SignOnLinked";

    /// <summary>The provider does not speak for addresses of this domain.</summary>
    public const string SignOnDomain = "Identity:SignOnDomain";

    /// <summary>The person works in no company that the provider opens.</summary>
    public const string SignOnStranger = "Identity:SignOnStranger";

    /// <summary>Whoever saves a group's provider must hold every right in at least one of its companies.</summary>
    public const string SignOnNoCompany = "Identity:SignOnNoCompany";

    /// <summary>Not an https address without query and fragment: {value}.</summary>
    public const string SignOnIssuer = "Identity:SignOnIssuer";

    /// <summary>Not the name of a domain: {value}.</summary>
    public const string SignOnDomainName = "Identity:SignOnDomainName";

    /// <summary>At most {value} domains.</summary>
    public const string SignOnDomainCount = "Identity:SignOnDomainCount";

    /// <summary>No company with its own sign-in has this address.</summary>
    public const string SignOnUnknown = "Identity:SignOnUnknown";

    /// <summary>Neither an address nor a network: {value}.</summary>
    public const string AddressFormat = "Identity:AddressFormat";

    /// <summary>A network that holds every address: {value}.</summary>
    public const string AddressTooWide = "Identity:AddressTooWide";

    /// <summary>An address within a network, with a prefix; the network is {value}.</summary>
    public const string AddressHostBits = "Identity:AddressHostBits";

    /// <summary>{value} is in the list already.</summary>
    public const string AddressKnown = "Identity:AddressKnown";

    /// <summary>A list holds at most {count} networks.</summary>
    public const string AddressCount = "Identity:AddressCount";

    /// <summary>The last day of an address is today or later, and within ten years.</summary>
    public const string AddressExpiry = "Identity:AddressExpiry";

    /// <summary>The person would stand outside {company}, at {address}, and no telephone could get a code.</summary>
    public const string AddressShutOut = "Identity:AddressShutOut";

    /// <summary>The company does not open from this address: with status 403.</summary>
    public const string AddressUnknown = "Identity:AddressUnknown";

    /// <summary>No telephone is known that a code could go to.</summary>
    public const string AdmissionNobody = "Identity:AdmissionNobody";

    /// <summary>Too many codes were asked for.</summary>
    public const string CodeTooMany = "Identity:CodeTooMany";

    /// <summary>Not the number of a mobile telephone with its country code: {value}.</summary>
    public const string PhoneFormat = "Identity:PhoneFormat";

    /// <summary>The installation sends no text messages.</summary>
    public const string PhoneUnavailable = "Identity:PhoneUnavailable";

    /// <summary>The number is not changed from an address that {company} does not know.</summary>
    public const string PhoneFromUnknownAddress = "Identity:PhoneFromUnknownAddress";

    /// <summary>A person's own account has taken the old login's place already.</summary>
    public const string MigrationDone = "Identity:MigrationDone";

    /// <summary>A step before this one is missing, or what was proven is too long ago.</summary>
    public const string MigrationUnfinished = "Identity:MigrationUnfinished";

    /// <summary>The mailed code is wrong, was used, replaced or has expired, or too many were tried.</summary>
    public const string MigrationCodeWrong = "Identity:MigrationCodeWrong";

    /// <summary>Customer code and number do not belong together or to this login, or too many were tried.</summary>
    public const string MigrationProofWrong = "Identity:MigrationProofWrong";

    /// <summary>Too many codes were mailed: later.</summary>
    public const string CodeLimit = "Identity:CodeLimit";

    /// <summary>The terms have changed since they were shown.</summary>
    public const string TermsVersion = "Identity:TermsVersion";

    /// <summary>The company has an active administrator.</summary>
    public const string AdministratorExists = "Identity:AdministratorExists";

    /// <summary>Finished, without an address, or reminded of within a day.</summary>
    public const string LegacyReminded = "Identity:LegacyReminded";

    /// <summary>Not the file that was checked.</summary>
    public const string LegacyFileChanged = "Identity:LegacyFileChanged";

    /// <summary>The file is larger than {value}.</summary>
    public const string LegacyFileSize = "Identity:LegacyFileSize";

    /// <summary>The file is no text.</summary>
    public const string LegacyFileText = "Identity:LegacyFileText";

    /// <summary>A quotation mark is not closed.</summary>
    public const string LegacyFileQuote = "Identity:LegacyFileQuote";

    /// <summary>The file has no rows.</summary>
    public const string LegacyFileEmpty = "Identity:LegacyFileEmpty";

    /// <summary>The file has more than {value} rows.</summary>
    public const string LegacyFileRows = "Identity:LegacyFileRows";

    /// <summary>The row has {value} cells, another number than the header.</summary>
    public const string LegacyFileCells = "Identity:LegacyFileCells";

    /// <summary>No such column: {value}.</summary>
    public const string LegacyColumnUnknown = "Identity:LegacyColumnUnknown";

    /// <summary>The column {value} is there twice.</summary>
    public const string LegacyColumnTwice = "Identity:LegacyColumnTwice";

    /// <summary>The column {value} is missing.</summary>
    public const string LegacyColumnMissing = "Identity:LegacyColumnMissing";

    /// <summary>Not 2 to 64 letters, digits and few signs: {value}.</summary>
    public const string LegacyLoginFormat = "Identity:LegacyLoginFormat";

    /// <summary>An e-mail address is no old login: {value}.</summary>
    public const string LegacyLoginAddress = "Identity:LegacyLoginAddress";

    /// <summary>The login {value} is in the file twice.</summary>
    public const string LegacyLoginTwice = "Identity:LegacyLoginTwice";

    /// <summary>The login {value} belongs to another company.</summary>
    public const string LegacyLoginTaken = "Identity:LegacyLoginTaken";

    /// <summary>No company, or more than one, has this VAT number or URL segment: {value}.</summary>
    public const string LegacyCompanyUnknown = "Identity:LegacyCompanyUnknown";

    /// <summary>The company has no role {value}, or no standard one.</summary>
    public const string LegacyProfileUnknown = "Identity:LegacyProfileUnknown";

    /// <summary>An import makes no administrators.</summary>
    public const string LegacyProfileAdministrator = "Identity:LegacyProfileAdministrator";

    /// <summary>Neither a bcrypt hash of cost 4 to 12 nor one of ASP.NET Core Identity version 3.</summary>
    public const string LegacyHash = "Identity:LegacyHash";

    /// <summary>Neither a password hash nor a notification address: nobody could sign in.</summary>
    public const string LegacyNoWayIn = "Identity:LegacyNoWayIn";

    /// <summary>Neither a number nor a notification address: nobody could prove to be the customer.</summary>
    public const string LegacyNoProof = "Identity:LegacyNoProof";

    /// <summary>More than 100 numbers: {value}.</summary>
    public const string LegacyNumbers = "Identity:LegacyNumbers";

    /// <summary>More than 20 addresses: {value}.</summary>
    public const string LegacyEmails = "Identity:LegacyEmails";
}
