using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>
/// Exports of everything that the current company owns: records of every module as CSV and JSON, documents, bank files, the audit trail,
/// and a manifest with hashes, in one zip. Needs <see cref="TenancyPermissions.Exports"/> throughout.
/// </summary>
public interface IExportAppService : IApplicationService
{
    /// <summary>Starts one in the background and returns at once; returns the running one where there is one. Needs a fresh proof.</summary>
    Task<ExportDto> StartAsync(CancellationToken cancellationToken = default);

    /// <summary>Those that are kept, the newest first.</summary>
    Task<IReadOnlyList<ExportDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>One of them.</summary>
    /// <exception cref="EntityNotFoundException">No such export of this company.</exception>
    Task<ExportDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Its zip. Needs a fresh proof; each call is in the audit trail.</summary>
    /// <param name="id">The export.</param>
    /// <param name="from">The first byte that is asked for, for the trail; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="EntityNotFoundException">No such export, or it is not done, or removed.</exception>
    Task<ExportDownload> DownloadAsync(Guid id, long? from, CancellationToken cancellationToken = default);

    /// <summary>Removes one, also while it runs.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>How long exports are kept.</summary>
public static class ExportLimits
{
    /// <summary>Days after which the zip is removed: it holds personal data twice.</summary>
    public const int Days = 7;
}
