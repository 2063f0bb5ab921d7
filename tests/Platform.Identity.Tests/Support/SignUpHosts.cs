namespace Platform.Identity.Tests;

/// <summary>Hosts where people may sign up, with a clock of their own.</summary>
public sealed class SignUpHosts : IdentityHosts
{
    private protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["SignUp:Enabled"] = "true", ["SignUp:TrialDays"] = "30" };
}
