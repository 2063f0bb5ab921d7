using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>The company's own record: a form for who may change it, facts for the others.</summary>
[Authorize(TenancyPermissions.Company.Default)]
public sealed class CompanyModel(ICompanyAppService companies, IPermissionChecker permissions, IStringLocalizer<TenancyResource> texts) : PlatformPageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public UpdateCompanyDto Input { get; set; } = new();

    /// <summary>As stored.</summary>
    public CompanyDto Company { get; private set; } = new();

    /// <summary>Whether the form is shown.</summary>
    public bool CanEdit { get; private set; }

    /// <summary>Shows the record.</summary>
    public async Task OnGetAsync()
    {
        await OnReloadAsync();
        Input = ToInput(Company);
    }

    /// <summary>Saves the form; the service refuses who may not.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await companies.UpdateAsync(Input, cancellationToken);
        Notify(texts["Company:Saved"]);
        return LocalRedirect($"~{TenantUrl("settings/company")}");
    });

    /// <inheritdoc />
    protected override async Task OnReloadAsync()
    {
        Company = await companies.GetAsync(HttpContext.RequestAborted);
        CanEdit = await permissions.IsGrantedAsync(TenancyPermissions.Company.Edit, HttpContext.RequestAborted);
    }

    private static UpdateCompanyDto ToInput(CompanyDto company) => new()
    {
        Name = company.Name,
        VatNumber = company.VatNumber,
        CompanyNumber = company.CompanyNumber,
        Address = company.Address,
        Contact = company.Contact,
        Language = company.Language,
        Color = company.Color,
        ConcurrencyStamp = company.ConcurrencyStamp,
    };
}
