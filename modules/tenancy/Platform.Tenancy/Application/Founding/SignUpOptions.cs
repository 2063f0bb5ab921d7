using System.Globalization;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Whether people may found companies, and for how long they try them.</summary>
internal sealed class SignUpOptions(IConfiguration configuration) : ISingletonDependency
{
    private const int UsualTrial = 30;
    private const int LongestTrial = 365;

    public bool IsEnabled => bool.TryParse(configuration["SignUp:Enabled"], out var enabled) && enabled;

    public int TrialDays => configuration["SignUp:TrialDays"] is not { Length: > 0 } text ? UsualTrial
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= LongestTrial ? days
        : throw new InvalidOperationException($"SignUp:TrialDays is {text}; it must be 0 to {LongestTrial}.");
}
