using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Gives companies of earlier versions what the directory is searched by; a database cannot take accents off itself.</summary>
internal sealed class CompanySearchTexts(TenancyDbContext context) : IDataSeedContributor
{
    public async Task SeedAsync(DataSeedContext seed, CancellationToken cancellationToken)
    {
        var without = await context.Companies
            .Where(c => c.SearchText == null || !c.SearchText.StartsWith(" "))
            .Select(c => new { c.Id, c.Name, c.VatNumber }).ToListAsync(cancellationToken);
        foreach (var company in without)
        {
            var text = Company.SearchTextOf(company.Name, company.VatNumber);
            await context.Companies.Where(c => c.Id == company.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.SearchText, (string?)text), cancellationToken);
        }
    }
}
