using Platform.Kernel;

namespace Platform.Identity;

/// <summary>A link that was sent. Those of a person belong to the host.</summary>
[DisableAuditing("Making, opening, refusing and revoking a link are recorded as acts.")]
internal sealed class Link : IMultiTenant
{
    public const int KindLength = 64;

    /// <summary>How long one that is over is still known, so that whoever holds it is told why it does not open.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Guid Id { get; set; }

    public Guid TenantId { get; set; }

    public string Kind { get; set; } = "";

    public Guid SubjectId { get; set; }

    /// <summary>The account it is for; null where it is for nobody with an account.</summary>
    public Guid? UserId { get; set; }

    /// <summary>Masked: enough to recognise somebody one knows.</summary>
    public string Recipient { get; set; } = "";

    [NotExported("What it is a hash of opens the link.")]
    public string TokenHash { get; set; } = "";

    public Guid? MadeBy { get; set; }

    public DateTime MadeAt { get; set; }

    /// <summary>As settled when it was made; the settings of the moment may end it earlier.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>Null for any number.</summary>
    public int? MostUses { get; set; }

    public int Uses { get; set; }

    public DateTime? LastUsedAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>Revoked by a newer one, not by somebody.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>The last refusal that was recorded.</summary>
    public DateTime? RefusedAt { get; set; }

    /// <param name="most">How long a link of the kind may last by the settings of this moment; null where none bounds it.</param>
    public DateTime EndBy(TimeSpan? most) => most is { } days && MadeAt + days < ExpiresAt ? MadeAt + days : ExpiresAt;

    public LinkState StateAt(DateTime now, TimeSpan? most) => this switch
    {
        { RevokedAt: not null } => IsReplaced ? LinkState.Replaced : LinkState.Revoked,
        { MostUses: { } uses } when Uses >= uses => LinkState.UsedUp,
        _ => EndBy(most) <= now ? LinkState.Expired : LinkState.Open,
    };

    /// <summary>"n•••@new.example", or the first letter of a name.</summary>
    public static string Mask(string recipient)
    {
        var (name, at) = (recipient.Trim(), recipient.Trim().LastIndexOf('@'));
        return $"{(name.Length > 0 ? char.IsHighSurrogate(name[0]) ? name[..2] : name[..1] : "")}•••{(at > 0 ? name[at..] : "")}";
    }
}
