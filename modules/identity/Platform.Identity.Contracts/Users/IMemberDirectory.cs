using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Who works in the current company. For other modules: checks no permission, the calling application service does.</summary>
public interface IMemberDirectory : IScopedDependency
{
    /// <summary>Active members, by name.</summary>
    Task<IReadOnlyList<MemberDto>> GetActiveAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether an active member signs in with this e-mail address, whatever its case.</summary>
    Task<bool> IsActiveAsync(string email, CancellationToken cancellationToken = default);
}
