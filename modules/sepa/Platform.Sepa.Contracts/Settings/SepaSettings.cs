using System.Globalization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Settings of the SEPA module.</summary>
public static class SepaSettings
{
    /// <summary>Days in which the same mandate, amount and date count as a duplicate.</summary>
    public const string DuplicateDays = "Sepa.DuplicateDays";

    /// <summary>An amount above this many times the mandate's average is unusual.</summary>
    public const string UnusualAmountFactor = "Sepa.UnusualAmountFactor";

    /// <summary>Euro: every remittance above it needs two approvers; 0 never. The account's own limit may be lower.</summary>
    public const string SecondApprovalAbove = "Sepa.SecondApprovalAbove";

    /// <summary>Signatures that a bank file needs before it is handed over; 0 none.</summary>
    public const string RequiredSignatures = "Sepa.RequiredSignatures";

    /// <summary>Debtors are told of collections by mail. Off unless the company chooses it: nobody's debtors get mail unasked.</summary>
    public const string PreNotifications = "Sepa.PreNotifications";

    /// <summary>Calendar days between telling a debtor and the collection (EPC016-06, 4.3: 14 unless agreed otherwise).</summary>
    public const string PreNotificationDays = "Sepa.PreNotificationDays";

    /// <summary>ISO 639-1: the language of debtors whose own is unknown or has no texts.</summary>
    public const string PreNotificationLanguage = "Sepa.PreNotificationLanguage";

    /// <summary>Whom debtors turn to; empty for the creditor's name.</summary>
    public const string PreNotificationContact = "Sepa.PreNotificationContact";

    /// <summary>
    /// For each reason of a failed collection whether it suspends the mandate. MD01 (no mandate) and MD07 (debtor deceased) do unless
    /// switched off: collecting again would be unauthorised (EPC016-06, 4.3.4). MD06 (refund without a reason) leaves the mandate valid,
    /// and AC04 (account closed) ends the account, not the mandate, which goes on with a new one: these two do only where switched on.
    /// </summary>
    public static IReadOnlyDictionary<string, string> SuspendMandateOn { get; } = new Dictionary<string, string>
    {
        ["MD01"] = "Sepa.SuspendMandateOnMD01",
        ["MD06"] = "Sepa.SuspendMandateOnMD06",
        ["MD07"] = "Sepa.SuspendMandateOnMD07",
        ["AC04"] = "Sepa.SuspendMandateOnAC04",
    };
}

/// <summary>Declares <see cref="SepaSettings"/>.</summary>
public sealed class SepaSettingDefinitionProvider : ISettingDefinitionProvider
{
    /// <inheritdoc/>
    public IEnumerable<SettingDefinition> GetSettings() =>
    [
        new(SepaSettings.DuplicateDays, "30"),
        new(SepaSettings.UnusualAmountFactor, "5"),
        new(SepaSettings.SecondApprovalAbove, "0", StricterOf: LowerLimit, Range: new SettingRange(0, 999_999_999)),
        new(SepaSettings.RequiredSignatures, "0", StricterOf: Higher, Range: new SettingRange(0, 5)),
        new(SepaSettings.PreNotifications, "false"),
        new(SepaSettings.PreNotificationDays, "14", Range: new SettingRange(1, 60)),
        new(SepaSettings.PreNotificationLanguage, "en"),
        new(SepaSettings.PreNotificationContact, ""),
        new(SepaSettings.SuspendMandateOn["MD01"], "true"),
        new(SepaSettings.SuspendMandateOn["MD06"], "false"),
        new(SepaSettings.SuspendMandateOn["MD07"], "true"),
        new(SepaSettings.SuspendMandateOn["AC04"], "false"),
    ];

    // Zero means no limit, the weakest of all.
    private static string LowerLimit(string first, string second)
    {
        var (a, b) = (Parse(first), Parse(second));
        return a == 0 ? second : b == 0 || a <= b ? first : second;
    }

    private static string Higher(string first, string second) => Parse(first) >= Parse(second) ? first : second;

    private static long Parse(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
