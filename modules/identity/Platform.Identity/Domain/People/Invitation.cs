using System.Buffers.Text;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>One per company and address: a new link replaces the former one.</summary>
internal sealed class Invitation : IMultiTenant, IHasConcurrencyStamp
{
    public const int RoleIdsLength = 4000;

    public Guid Id { get; set; }

    public Guid TenantId { get; set; }

    public string Email { get; set; } = "";

    public string NormalizedEmail { get; set; } = "";

    public string Name { get; set; } = "";

    public string Language { get; set; } = "en";

    /// <summary>Ids separated by spaces.</summary>
    public string RoleIds { get; set; } = "";

    [DisableAuditing("Secret.")]
    public string TokenHash { get; set; } = "";

    public Guid? InvitedBy { get; set; }

    public DateTime SentAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public Guid ConcurrencyStamp { get; set; }

    public IReadOnlyList<Guid> RoleIdList =>
        [.. RoleIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    public void SetRoles(IEnumerable<Guid> ids) => RoleIds = string.Join(' ', ids.Distinct().Order());

    /// <summary>The secret of a new link; any former link stops working.</summary>
    public string Renew(DateTime now, int validDays)
    {
        var key = Secrets.NewKey();
        TokenHash = Secrets.Hash(key);
        SentAt = now;
        ExpiresAt = now.AddDays(validDays);
        return InvitationToken.Write(TenantId, key);
    }
}

/// <summary>The company's id and a random key: the row is found under row-level security before anybody has signed in.</summary>
internal static class InvitationToken
{
    private const int GuidLength = 16;
    private const int IdLength = 22;
    private const int KeyLength = 43;

    public static string Write(Guid tenantId, string key) => Base64Url.EncodeToString(tenantId.ToByteArray()) + key;

    public static bool TryRead(string? token, out Guid tenantId, out string key)
    {
        tenantId = Guid.Empty;
        key = "";
        if (token is not { Length: IdLength + KeyLength } || Base64UrlText.Read(token.AsSpan(0, IdLength)) is not { Length: GuidLength } id)
        {
            return false;
        }

        tenantId = new Guid(id);
        key = token[IdLength..];
        return tenantId != Guid.Empty;
    }
}
