using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Finds companies of the installation. For other modules: checks no permission, the calling application service does.</summary>
public interface ICompanyDirectory : IScopedDependency
{
    /// <summary>The company with this VAT number; null when there is none, or more than one.</summary>
    Task<TenantInfo?> FindByVatNumberAsync(VatNumber number, CancellationToken cancellationToken = default);
}
