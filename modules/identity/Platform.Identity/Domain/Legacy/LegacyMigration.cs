using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What was typed and proven on the way to an own account, within one session.</summary>
[HostWide("Belongs to a session, not to a company; read by that session only.")]
[DisableAuditing("Each step is recorded as an act.")]
internal sealed class LegacyMigration
{
    /// <summary>What is proven counts for as long.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>Of the session, or of the API token.</summary>
    public Guid SessionId { get; set; }

    public Guid UserId { get; set; }

    public string Email { get; set; } = "";

    /// <summary>When the last code was sent there.</summary>
    public DateTime? SentAt { get; set; }

    public DateTime? VerifiedAt { get; set; }

    public string? Name { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>The account whose password was given.</summary>
    public Guid? JoinedId { get; set; }

    public bool FactorProven { get; set; }

    public bool CustomerProven { get; set; }

    /// <summary>Another address, or the same again: nothing that was proven counts any more.</summary>
    public void Begin(string email, DateTime now)
    {
        (Email, SentAt) = (email, now);
        (VerifiedAt, PasswordHash, JoinedId, FactorProven, CustomerProven) = (null, null, null, false, false);
    }

    public bool IsVerified(DateTime now) => VerifiedAt > now - Lasts;
}
