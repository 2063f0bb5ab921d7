using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Finds companies of the installation. For other modules: checks no permission, the calling application service does.</summary>
public interface ICompanyDirectory : IScopedDependency
{
    /// <summary>The open company with this VAT number; null when there is none, or more than one.</summary>
    Task<TenantInfo?> FindByVatNumberAsync(VatNumber number, CancellationToken cancellationToken = default);

    /// <summary>The record of a company; null when there is none.</summary>
    Task<CompanyDto?> FindAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Ids of all open companies. For work that is done in each of them: none is done in one that closed its account.</summary>
    Task<IReadOnlyList<Guid>> GetIdsAsync(CancellationToken cancellationToken = default);
}
