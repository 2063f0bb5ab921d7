using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Always verifies exactly one hash: without a person, that of a password nobody knows. What is typed as an old login, which may have
/// brought a bcrypt hash, costs one bcrypt check more, whether there is such a login or not.
/// </summary>
internal sealed class PasswordVerifier(IPasswordHasher<User> hasher) : ISingletonDependency
{
    private static readonly User Nobody = new();
    private readonly Lazy<string> _unknown = new(() => hasher.HashPassword(Nobody, Secrets.NewKey()));

    public PasswordVerificationResult Verify(User? user, string identifier, string password)
    {
        var tooLong = password.Length > PasswordPolicy.LongestPassword;
        var text = tooLong ? "" : password;
        var hash = user?.PasswordHash;
        var bcrypt = LegacyPasswordHash.IsBcrypt(hash) ? hash : null;
        var result = hasher.VerifyHashedPassword(user ?? Nobody, bcrypt is null ? hash ?? _unknown.Value : _unknown.Value, text);
        if (LegacyLogin.Is(identifier))
        {
            var matches = StretchedBcrypt.Verify(bcrypt, text);
            if (bcrypt is not null)
                result = matches ? PasswordVerificationResult.SuccessRehashNeeded : PasswordVerificationResult.Failed;
        }

        return hash is null || tooLong ? PasswordVerificationResult.Failed : result;
    }
}
