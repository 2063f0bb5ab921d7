using System.Globalization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Declares <see cref="IdentitySettings"/>. Where the strictest counts, the host's configuration alone can weaken a default, and
/// only down to the bounds that the module enforces.
/// </summary>
public sealed class IdentitySettingDefinitionProvider : ISettingDefinitionProvider
{
    /// <inheritdoc />
    public IEnumerable<SettingDefinition> GetSettings() =>
    [
        new(IdentitySettings.PasswordMinimumLength, "9", StricterOf: Larger),
        new(IdentitySettings.PasswordMixedCase, "true", StricterOf: Either),
        new(IdentitySettings.AccountFailures, "5", SettingLevel.Operator, StricterOf: Smaller),
        new(IdentitySettings.AccountMinutes, "60", SettingLevel.Operator, StricterOf: Larger),
        new(IdentitySettings.AddressFailures, "10", SettingLevel.Operator, StricterOf: Smaller),
        new(IdentitySettings.AddressMinutes, "1440", SettingLevel.Operator, StricterOf: Larger),
        new(IdentitySettings.SessionIdleMinutes, "30", StricterOf: Smaller),
        new(IdentitySettings.SessionAbsoluteMinutes, "720", StricterOf: Smaller),
        new(IdentitySettings.SessionRememberDays, "30", StricterOf: Smaller),
        new(IdentitySettings.FreshProofMinutes, "10", StricterOf: Smaller),
        new(IdentitySettings.InvitationDays, "7", StricterOf: Smaller),
    ];

    private static string Larger(string a, string b) => Number(a) >= Number(b) ? a : b;

    private static string Smaller(string a, string b) => Number(a) <= Number(b) ? a : b;

    private static string Either(string a, string b) => bool.Parse(a) ? a : b;

    private static long Number(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
