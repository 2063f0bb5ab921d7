using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Create)]
internal sealed class NewRemittanceModel(
    IRemittanceAppService remittances, ICreditorAccountAppService accounts, IImportAppService imports, IPermissionChecker permissions,
    IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? RemittanceId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Account { get; set; }

    [BindProperty(SupportsGet = true)]
    public SddScheme Scheme { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Import { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Title { get; set; }

    public RemittancePreviewDto? Preview { get; private set; }

    public IReadOnlyList<CreditorAccountDto> Usable { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Accounts => [.. Usable.Select(a => new SelectListItem($"{a.Name} · {IbanTagHelper.Format(a.Iban, mask: true)}", $"{a.Id}"))];

    public IReadOnlyList<SelectListItem> Schemes => Presentation.Options<SddScheme>(texts);

    public IReadOnlyList<SelectListItem> Imports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx("preview") ? Partial("_Preview", this) : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (Account is not { } account)
            throw new InputException(new FieldError(nameof(Account), SepaErrorCodes.Required));
        var input = new CreateRemittanceDto(RemittanceId ?? Guid.CreateVersion7(), account, Title, Scheme, Selection());
        var remittance = await remittances.CreateAsync(input, cancellationToken);
        Notify(texts["Remittances:Created", remittance.Number]);
        return this.Go($"remittances/{remittance.Id}");
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        RemittanceId ??= Guid.CreateVersion7();
        if (await permissions.IsGrantedAsync(SepaPermissions.CreditorAccounts.Default, aborted))
            Usable = [.. (await accounts.GetListAsync(aborted)).Where(a => a.Status == CreditorAccountStatus.Approved)];
        Account ??= Usable.Count > 0 ? Usable[0].Id : null;
        await LoadImportsAsync(aborted);
        if (Account is { } account)
            Preview = await remittances.PreviewAsync(account, Scheme, Selection(), aborted);
    }

    private CollectionSelectionDto Selection() => new(Import, Until);

    private async Task LoadImportsAsync(CancellationToken cancellationToken)
    {
        if (!await permissions.IsGrantedAsync(SepaPermissions.Imports.Default, cancellationToken))
            return;
        var confirmed = await imports.GetListAsync(new GetImportsInput(ImportStatus.Confirmed, ImportKind.Collections, PageSize: 50), cancellationToken);
        Imports = [new(texts["Remittances:AllImports"], ""), .. confirmed.Items.Select(i => new SelectListItem($"{i.FileName} · {i.ConfirmedAt:d}", $"{i.Id}"))];
    }
}
