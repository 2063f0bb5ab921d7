using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Platform.Identity.Tests;

/// <summary>The real hasher with few rounds; counts what it is asked to verify, and how often it was asked about a stored hash.</summary>
internal sealed class CountingHasher : IPasswordHasher<User>
{
    private const int Rounds = 2_000;
    private readonly PasswordHasher<User> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private int _verified;
    private int _evaluated;

    public int Verified => _verified;

    public int Evaluated => _evaluated;

    public void Reset() => (_verified, _evaluated) = (0, 0);

    public string HashPassword(User user, string password) => _hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _verified);
        if (hashedPassword == user.PasswordHash)
        {
            Interlocked.Increment(ref _evaluated);
        }

        return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
