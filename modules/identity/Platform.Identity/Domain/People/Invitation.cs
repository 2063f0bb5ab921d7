using Platform.Kernel;

namespace Platform.Identity;

/// <summary>One per company and address. Its link is one of those that <see cref="LinkService"/> makes.</summary>
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

    public Guid? InvitedBy { get; set; }

    public DateTime SentAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public Guid ConcurrencyStamp { get; set; }

    public IReadOnlyList<Guid> RoleIdList =>
        [.. RoleIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    public void SetRoles(IEnumerable<Guid> ids) => RoleIds = string.Join(' ', ids.Distinct().Order());
}
