using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class CompanyCreationService(
    TenancyDbContext context, IUnitOfWork unitOfWork, ICurrentTenant tenant, TenantTypeCatalog types, ILocalEventBus events) : ICompanyCreationService
{
    public async Task<Guid> CreateAsync(CreateCompanyDto input, CancellationToken cancellationToken = default) =>
        (await CreateAsync(input, founder: null, prepare: null, cancellationToken)).Id;

    /// <param name="input">What it is.</param>
    /// <param name="founder">Who gets every right in it; null for nobody.</param>
    /// <param name="prepare">Called before it is saved.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Company> CreateAsync(CreateCompanyDto input, Guid? founder, Action<Company>? prepare, CancellationToken cancellationToken)
    {
        var profile = CompanyProfile.Read(input);
        if (input.TenantType is not { } type || !types.Contains(type))
            throw new InputException(new FieldError("TenantType", TenancyErrorCodes.TenantTypeUnknown, input.TenantType));
        await unitOfWork.BeginAsync(cancellationToken);
        var company = new Company(await SlugAsync(input, profile, cancellationToken), type, profile);
        prepare?.Invoke(company);
        using (tenant.Change(company.Id))
        {
            context.Companies.Add(company);
            await context.SaveChangesAsync(cancellationToken);
            await events.PublishAsync(new CompanyCreatedEto(company.Id, company.Slug, company.TenantType, founder), cancellationToken);
        }

        return company;
    }

    private async Task<string> SlugAsync(CreateCompanyDto input, CompanyProfile profile, CancellationToken cancellationToken)
    {
        if (input.Slug is { } wanted)
        {
            return !CompanySlug.IsValid(wanted) ? throw new InputException(new FieldError("Slug", TenancyErrorCodes.SlugFormat, wanted))
                : await IsTakenAsync(wanted, cancellationToken) ? throw new InputException(new FieldError("Slug", TenancyErrorCodes.SlugTaken, wanted))
                : wanted;
        }

        var slug = CompanySlug.From(profile.Name);
        var number = 1;
        while (await IsTakenAsync(CompanySlug.Numbered(slug, number), cancellationToken))
            number++;
        return CompanySlug.Numbered(slug, number);
    }

    private Task<bool> IsTakenAsync(string slug, CancellationToken cancellationToken) =>
        context.Companies.AnyAsync(c => c.Slug == slug, cancellationToken);
}
