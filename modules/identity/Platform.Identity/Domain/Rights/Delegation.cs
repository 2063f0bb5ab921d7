using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Rights that one member lends to another for a time. What is lent is what the lender holds at the moment it is used.</summary>
internal sealed class Delegation : IGrantsRights
{
    public const int PermissionsLength = 4000;
    public const int LongestDays = 366;

    public Guid Id { get; set; }

    public Guid TenantId { get; set; }

    public Guid FromUserId { get; set; }

    public Guid ToUserId { get; set; }

    public DateTime StartsAt { get; set; }

    /// <summary>Not included; moves back when it is ended early.</summary>
    public DateTime EndsAt { get; set; }

    /// <summary>Names of permissions, divided by spaces.</summary>
    public string Permissions { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public IEnumerable<string> Names => Permissions.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool RunsAt(DateTime now) => StartsAt <= now && now < EndsAt;
}
