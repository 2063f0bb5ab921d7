namespace Platform.Identity;

/// <summary>Of links, limits and delegation, single sign-on, addresses and old logins.</summary>
public static partial class IdentityErrorCodes
{
    /// <summary>A role that does not show every customer was to hold a permission that reaches further.</summary>
    public const string PermissionNeedsAllCustomers = "Identity:PermissionNeedsAllCustomers";

    /// <summary>The time of the link is over: with status 410.</summary>
    public const string LinkExpired = "Identity:LinkExpired";

    /// <summary>The link, or what it was for, was revoked: with status 410.</summary>
    public const string LinkRevoked = "Identity:LinkRevoked";

    /// <summary>A newer link took the place of this one: with status 410.</summary>
    public const string LinkReplaced = "Identity:LinkReplaced";

    /// <summary>The link was used as often as it may be: with status 410.</summary>
    public const string LinkUsedUp = "Identity:LinkUsedUp";

    /// <summary>Not a link of this kind, or too many that are none came from the same network: with status 404.</summary>
    public const string LinkUnknown = "Identity:LinkUnknown";

    /// <summary>A link of this kind lasts for at most {value} days here.</summary>
    public const string LinkTooLong = "Identity:LinkTooLong";

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

    /// <summary>The terms have changed since they were shown.</summary>
    public const string TermsVersion = "Identity:TermsVersion";

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
