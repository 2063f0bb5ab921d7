using System.Globalization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Declares <see cref="IdentitySettings"/>. The ranges are the bounds within which operator, group and company choose; nobody gets
/// past them.
/// </summary>
public sealed class IdentitySettingDefinitionProvider : ISettingDefinitionProvider
{
    private const long LongestBlock = 44_640;

    /// <inheritdoc />
    public IEnumerable<SettingDefinition> GetSettings() =>
    [
        new(IdentitySettings.PasswordMinimumLength, "9", StricterOf: Larger, Range: new(8, 64)),
        new(IdentitySettings.PasswordMixedCase, "true", StricterOf: Either),
        new(IdentitySettings.PasswordChangeDays, "0", StricterOf: SmallerButNotZero, Range: new(0, 365)),
        new(IdentitySettings.PasswordHistory, "5", StricterOf: Larger, Range: new(0, 24)),
        new(IdentitySettings.SecondFactorRequired, "false", StricterOf: Either),
        new(IdentitySettings.SecondFactorGraceDays, "14", StricterOf: Smaller, Range: new(0, 90)),
        new(IdentitySettings.AccountFailures, "5", SettingLevel.Operator, StricterOf: Smaller, Range: new(1, 20)),
        new(IdentitySettings.AccountMinutes, "60", SettingLevel.Operator, StricterOf: Larger, Range: new(5, LongestBlock)),
        new(IdentitySettings.AddressFailures, "10", SettingLevel.Operator, StricterOf: Smaller, Range: new(1, 100)),
        new(IdentitySettings.AddressMinutes, "1440", SettingLevel.Operator, StricterOf: Larger, Range: new(5, LongestBlock)),
        new(IdentitySettings.SessionIdleMinutes, "30", StricterOf: Smaller, Range: new(1, 1440)),
        new(IdentitySettings.SessionAbsoluteMinutes, "720", StricterOf: Smaller, Range: new(5, 10080)),
        new(IdentitySettings.SessionRememberDays, "30", StricterOf: Smaller, Range: new(0, 90)),
        new(IdentitySettings.FreshProofMinutes, "10", StricterOf: Smaller, Range: new(1, 60)),
        new(IdentitySettings.InactivityMonths, "6", StricterOf: Smaller, Range: new(1, 24)),
        new(IdentitySettings.AddressesRestricted, "false", StricterOf: Either),
        new(IdentitySettings.AddressesCodeToAdministrators, "false", StricterOf: Either),
        new(IdentitySettings.AddressesRememberDays, "0", StricterOf: Smaller, Range: new(0, 90)),
        new(IdentitySettings.AddressesAddToList, "false", StricterOf: Both),
        new(IdentitySettings.RefusalsCount, "20", SettingLevel.Operator, StricterOf: Smaller, Range: new(5, 1000)),
        new(IdentitySettings.InvitationDays, "7", StricterOf: Smaller, Range: new(1, 30)),
        new(IdentitySettings.MailLinkDays, "30", StricterOf: Smaller, Range: new(1, 365)),
        new(IdentitySettings.DocumentLinkDays, "30", StricterOf: Smaller, Range: new(1, 365)),
    ];

    private static string Larger(string a, string b) => Number(a) >= Number(b) ? a : b;

    private static string Smaller(string a, string b) => Number(a) <= Number(b) ? a : b;

    // Zero means never, the most lenient of all.
    private static string SmallerButNotZero(string a, string b) => Number(a) == 0 ? b : Number(b) == 0 ? a : Smaller(a, b);

    private static string Either(string a, string b) => bool.Parse(a) ? a : b;

    private static string Both(string a, string b) => bool.Parse(a) ? b : a;

    private static long Number(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
