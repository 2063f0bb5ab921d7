using Platform.Kernel;

namespace Platform.Audit;

/// <summary>
/// Reads the current company's trail, with <see cref="AuditPermissions.Trail"/>, and in the operator's company that of the
/// installation, with <see cref="AuditPermissions.Installation"/>.
/// </summary>
public interface IAuditAppService : IApplicationService
{
    /// <summary>Entries that match, the newest first. Without a total: counting a long trail is not cheap.</summary>
    /// <param name="filter">Conditions, all of which hold.</param>
    /// <param name="cursor">From the page before; null for the first page.</param>
    /// <param name="pageSize">1 to 200.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BusinessException">One of <see cref="AuditErrorCodes"/>.</exception>
    Task<PagedResult<AuditEntryDto>> GetListAsync(
        AuditFilterDto filter, string? cursor = null, int pageSize = 50, CancellationToken cancellationToken = default);

    /// <summary>One entry with its changes.</summary>
    /// <param name="id">From the list.</param>
    /// <param name="installation">Of the installation's own trail.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="EntityNotFoundException">No such entry in that trail.</exception>
    Task<AuditEntryDetailDto> GetAsync(Guid id, bool installation = false, CancellationToken cancellationToken = default);
}
