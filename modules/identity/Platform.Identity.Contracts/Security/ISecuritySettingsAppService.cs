using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// The security settings at one place: the operator's bounds, a multi-entity group, or the current company. Reading a company's needs
/// <see cref="IdentityPermissions.Security.Default"/>, changing them <see cref="IdentityPermissions.Security.Manage"/>; the operator's need
/// <see cref="IdentityPermissions.Security.Bounds"/>; a group's are for its administrators. Not with a limited API token for groups.
/// </summary>
public interface ISecuritySettingsAppService : IApplicationService
{
    /// <summary>Every setting that can be set there, in the order of definition.</summary>
    Task<IReadOnlyList<SecuritySettingDto>> GetAsync(SettingPlace place, CancellationToken cancellationToken = default);

    /// <summary>Whom the changes would concern, counted as they would apply; nothing is changed.</summary>
    /// <param name="place">Where.</param>
    /// <param name="changes">New values by name; null for the inherited one. What is not named stays.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InputException">As for <see cref="SetAsync"/>.</exception>
    Task<IReadOnlyList<SettingImpactDto>> PreviewAsync(SettingPlace place, IReadOnlyDictionary<string, string?> changes, CancellationToken cancellationToken = default);

    /// <summary>Applies the changes, from each person's next sign-in on. Asks for a fresh proof of presence.</summary>
    /// <exception cref="InputException">
    /// By the setting's name: Identity:SettingUnknown, Identity:SettingRange, Identity:SettingTruth, Identity:SettingTooWeak (a group or company
    /// cannot be more lenient than what stands above it).
    /// </exception>
    Task SetAsync(SettingPlace place, IReadOnlyDictionary<string, string?> changes, CancellationToken cancellationToken = default);
}

/// <summary>Where settings are kept.</summary>
/// <param name="Level">Operator, group or entity.</param>
/// <param name="GroupId">The group; only at its level.</param>
public sealed record SettingPlace(SettingLevel Level, Guid? GroupId = null)
{
    /// <summary>For all companies of the installation.</summary>
    public static SettingPlace Operator { get; } = new(SettingLevel.Operator);

    /// <summary>For the current company.</summary>
    public static SettingPlace Entity { get; } = new(SettingLevel.Entity);

    /// <summary>For all companies of a group.</summary>
    public static SettingPlace Group(Guid id) => new(SettingLevel.Group, id);
}

/// <summary>A setting, seen from one place.</summary>
/// <param name="Name">One of <see cref="IdentitySettings"/>.</param>
/// <param name="Section">Its second segment: "Password".</param>
/// <param name="IsTruth">"true" or "false"; else a whole number.</param>
/// <param name="Least">Smallest number.</param>
/// <param name="Most">Largest number.</param>
/// <param name="Own">What is set at this place, or null.</param>
/// <param name="Effective">What applies.</param>
/// <param name="Origin">Where that comes from.</param>
/// <param name="ChangedAt">UTC; when it was set there, where known.</param>
/// <param name="ChangedBy">Name of who set it there, where known.</param>
/// <param name="Bound">What stands above and cannot be weakened, or null.</param>
public sealed record SecuritySettingDto(
    string Name, string Section, bool IsTruth, long? Least, long? Most, string? Own, string Effective, SettingLevel Origin, DateTime? ChangedAt,
    string? ChangedBy, string? Bound);

/// <summary>What a change does to people.</summary>
/// <param name="Code">"Impact:..."; key of its text, which holds the count.</param>
/// <param name="Count">People concerned who were not before.</param>
public sealed record SettingImpactDto(string Code, int Count);
