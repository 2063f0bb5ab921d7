using System.Security.Cryptography;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// An address that the inbox takes mail at, one at a time. The company's slug is for the eye; what cannot be guessed are the twelve characters
/// behind it, 60 bits. They are kept readable, since the page shows them: they let documents in and show none.
/// </summary>
internal sealed class InboxAddress : IMultiTenant, IHasConcurrencyStamp
{
    public const int TokenLength = 12;

    // Crockford's: without i, l, o and u, for whoever reads the address out.
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    private InboxAddress()
    {
    }

    public InboxAddress(DateTime now) => (Id, Token, Since) = (Guid.CreateVersion7(), RandomNumberGenerator.GetString(Letters, TokenLength), now);

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    [NotExported("Whoever knows it can send documents in the name of a member.")]
    [DisableAuditing("Whoever knows it can send documents in the name of a member.")]
    public string Token { get; private set; } = "";

    public DateTime Since { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>What stands before the @.</summary>
    public static string Write(string slug, string token) => $"{slug}.{token}";

    /// <summary>Company and token of what stands before the @; null where it cannot be one.</summary>
    public static (string Slug, string Token)? Read(string mailbox)
    {
        var (text, dot) = (mailbox.ToLowerInvariant(), mailbox.LastIndexOf('.'));
        return dot > 0 && text.Length - dot - 1 == TokenLength ? (text[..dot], text[(dot + 1)..]) : null;
    }
}
