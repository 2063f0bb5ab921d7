using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>Takes the current company's exchange folder away, with what neither side has fetched.</summary>
internal sealed class ExchangeFolderEraser(FolderAccountingConnector connector, ICompanyDirectory companies, ICurrentTenant tenant) : ICompanyEraser
{
    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(tenant.Id ?? Guid.Empty, cancellationToken) is { } company)
            connector.Erase(company.Slug);
    }
}
