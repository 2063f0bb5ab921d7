using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What was typed and proven on the way to an own account, within one session.</summary>
[HostWide("Belongs to a session, not to a company; read by that session only.")]
[DisableAuditing("Each step is recorded as an act.")]
internal sealed class LegacyMigration
{
    public const int Tries = 5;
    public const int CodeDigits = 6;
    public static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(10);

    /// <summary>What is proven counts for as long.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>Of the session, or of the API token.</summary>
    public Guid SessionId { get; set; }

    public Guid UserId { get; set; }

    public string Email { get; set; } = "";

    /// <summary>Null when there is none, or it was used.</summary>
    public string? CodeHash { get; set; }

    public DateTime CodeExpiresAt { get; set; }

    public int CodeTries { get; set; }

    public DateTime? VerifiedAt { get; set; }

    public string? Name { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>The account whose password was given.</summary>
    public Guid? JoinedId { get; set; }

    public bool FactorProven { get; set; }

    public bool CustomerProven { get; set; }

    /// <summary>Another address, or the same again: nothing that was proven counts any more.</summary>
    public void Begin(string email, string codeHash, DateTime now)
    {
        (Email, CodeHash, CodeExpiresAt, CodeTries) = (email, codeHash, now + CodeLasts, 0);
        (VerifiedAt, PasswordHash, JoinedId, FactorProven, CustomerProven) = (null, null, null, false, false);
    }

    public bool IsVerified(DateTime now) => VerifiedAt > now - Lasts;

    /// <summary>The hash is of this session and address: elsewhere the code opens nothing.</summary>
    public static string HashOf(Guid sessionId, string email, string code) => Secrets.Hash($"{sessionId:N}|{email.ToUpperInvariant()}|{code}");
}
