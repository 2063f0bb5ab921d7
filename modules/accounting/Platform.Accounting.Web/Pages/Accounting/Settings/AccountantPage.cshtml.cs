using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting.Web;

/// <summary>Settings, accounting: who keeps the books.</summary>
[Authorize(AccountingPermissions.Accountant.Default)]
internal sealed class AccountantPageModel(IAccountantAppService service, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    private const string Here = "settings/accounting";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public AccountantContactDto Input { get; set; } = new();

    public AccountantsDto Accountants { get; private set; } = new(null, null, []);

    public IReadOnlyList<FirmDto> Firms { get; private set; } = [];

    public bool CanEdit { get; private set; }

    /// <summary>Whether firms on the platform can be found and asked.</summary>
    public bool CanEngage { get; private set; }

    public bool CanSeeMail { get; private set; }

    public string ListUrl => TenantUrl(Here);

    public IReadOnlyList<SelectListItem> Languages => [.. CompanyLanguages.All.Select(l => new SelectListItem(texts[$"Language:{l}"], l))];

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        if (IsHtmx("p-firms"))
            return Partial("_Firms", this);
        // Whoever fills it in mostly has an accountant of the same language.
        Input = new AccountantContactDto { Language = Accountants.Current?.Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName };
        if (Accountants.Current is { FirmId: null } contact)
            Input = new AccountantContactDto { Name = contact.Name, Email = contact.Email, Phone = contact.Phone, Language = contact.Language };
        return Page();
    }

    public Task<IActionResult> OnPostFirmAsync(Guid firmId, CancellationToken cancellationToken) =>
        ActAsync(() => service.RequestFirmAsync(firmId, cancellationToken), "Accountant:Asked");

    public Task<IActionResult> OnPostContactAsync(CancellationToken cancellationToken) =>
        ActAsync(() => service.SetContactAsync(Input, cancellationToken), "Accountant:Saved");

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken) =>
        ActAsync(() => service.EndAsync(cancellationToken), "Accountant:IsEnded");

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        CanEdit = await permissions.IsGrantedAsync(AccountingPermissions.Accountant.Edit, aborted);
        CanEngage = CanEdit && await permissions.IsGrantedAsync(TenancyPermissions.Engagements.Manage, aborted);
        CanSeeMail = await permissions.IsGrantedAsync(AccountingPermissions.MailIn.Default, aborted);
        Accountants = await service.GetAsync(aborted);
        Firms = CanEngage ? await service.FindFirmsAsync(Q, aborted) : [];
    }

    private Task<IActionResult> ActAsync(Func<Task> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return LocalRedirect($"~{TenantUrl(Here)}");
    });
}
