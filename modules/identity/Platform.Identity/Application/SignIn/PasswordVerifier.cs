using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Always verifies exactly one hash: without a person, that of a password nobody knows.</summary>
internal sealed class PasswordVerifier(IPasswordHasher<User> hasher) : ISingletonDependency
{
    private static readonly User Nobody = new();
    private readonly Lazy<string> _unknown = new(() => hasher.HashPassword(Nobody, Secrets.NewKey()));

    public PasswordVerificationResult Verify(User? user, string password)
    {
        var tooLong = password.Length > PasswordPolicy.LongestPassword;
        var hash = user?.PasswordHash;
        var result = hasher.VerifyHashedPassword(user ?? Nobody, hash ?? _unknown.Value, tooLong ? "" : password);
        return hash is null || tooLong ? PasswordVerificationResult.Failed : result;
    }
}
