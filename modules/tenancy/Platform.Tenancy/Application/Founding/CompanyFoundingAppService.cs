using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class CompanyFoundingAppService(
    TenancyDbContext context, CompanyCreationService creation, IMembershipService memberships, SignUpOptions options, TenantTypeCatalog types, EngagementKindCatalog kinds,
    IUnitOfWork unitOfWork, ICurrentTenant tenant, ICurrentUser user, IAuditLog audit, TimeProvider clock) : ICompanyFoundingAppService
{
    private const int MostTrials = 5;

    public bool IsOpen => options.IsEnabled;

    public int TrialDays => options.TrialDays;

    public IReadOnlyList<TenantTypeDefinition> Types => [.. types.All.Where(t => t.SelfService)];

    public async Task<string> FoundAsync(CreateCompanyDto input, CancellationToken cancellationToken = default)
    {
        if (!IsOpen)
            throw new BusinessException(TenancyErrorCodes.SignUpClosed);
        if (user is not { Id: { } founder, Info: { Scopes: null, Companies: null } })
            throw new PermissionDeniedException("Platform.SignedIn");
        var wanted = Complete(input);
        await unitOfWork.BeginAsync(cancellationToken);
        await CheckAsync(wanted, founder, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var company = await creation.CreateAsync(wanted, founder, c => c.Found(now, TimeSpan.FromDays(options.TrialDays)), cancellationToken);
        using var current = tenant.Change(company.Id);
        await memberships.AddAsync(founder, cancellationToken);
        audit.Add("Tenancy.Company.Founded", nameof(Company), company.Id.ToString(), new AuditChange("TrialEndsAt", null, $"{company.TrialEndsAt:O}"));
        await context.SaveChangesAsync(cancellationToken);
        return company.Slug;
    }

    private CreateCompanyDto Complete(CreateCompanyDto input) => input with
    {
        Slug = null,
        Contact = input.Contact is { Email.Length: > 0 } given ? given : new ContactDto { Name = user.Info.Name, Email = user.Info.Email },
    };

    // Errors of the profile and these together: nobody sends a form twice to learn the next one.
    private async Task CheckAsync(CreateCompanyDto input, Guid founder, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>(CompanyProfile.ErrorsOf(input));
        if (Types.All(t => t.Name != input.TenantType))
            errors.Add(new FieldError(nameof(input.TenantType), TenancyErrorCodes.TenantTypeUnknown, input.TenantType));
        if (VatNumber.TryParse(input.VatNumber, out var vat, out _) && vat.Value is { Length: > 0 } number)
        {
            if (await context.Companies.AnyAsync(c => c.VatNumber == number && c.ClosedAt == null, cancellationToken))
                errors.Add(new FieldError(nameof(input.VatNumber), TenancyErrorCodes.VatTaken, number));
        }
        else if (string.IsNullOrWhiteSpace(input.VatNumber) && kinds.All.Any(k => k.FirmType == input.TenantType))
        {
            errors.Add(new FieldError(nameof(input.VatNumber), TenancyErrorCodes.Required));
        }

        if (errors.Count > 0)
            throw new InputException(errors);
        if (await context.Memberships.CountAsync(m => m.UserId == founder && context.Companies.Any(c => c.Id == m.TenantId && c.TrialEndsAt != null), cancellationToken) >= MostTrials)
            throw new BusinessException(TenancyErrorCodes.TooManyTrials).WithData("value", MostTrials);
    }
}
