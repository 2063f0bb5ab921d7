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
}

/// <summary>Declares <see cref="SepaSettings"/>.</summary>
public sealed class SepaSettingDefinitionProvider : ISettingDefinitionProvider
{
    /// <inheritdoc/>
    public IEnumerable<SettingDefinition> GetSettings() =>
    [
        new(SepaSettings.DuplicateDays, "30"),
        new(SepaSettings.UnusualAmountFactor, "5"),
        new(SepaSettings.SecondApprovalAbove, "0", StricterOf: LowerLimit),
    ];

    // Zero means no limit, the weakest of all.
    private static string LowerLimit(string first, string second)
    {
        var (a, b) = (Parse(first), Parse(second));
        return a == 0 ? second : b == 0 || a <= b ? first : second;
    }

    private static long Parse(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
