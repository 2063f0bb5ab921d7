using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Who works in the current company. For other modules: checks no permission, the calling application service does.</summary>
public interface IMemberDirectory : IScopedDependency
{
    /// <summary>Active members, by name.</summary>
    Task<IReadOnlyList<MemberDto>> GetActiveAsync(CancellationToken cancellationToken = default);
}
