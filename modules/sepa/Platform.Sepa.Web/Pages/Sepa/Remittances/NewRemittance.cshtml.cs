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
    public const string PreviewId = "remittance-preview";

    private const int OfferedImports = 50;

    [BindProperty]
    public NewRemittanceInput Input { get; set; } = new();

    public IReadOnlyList<CreditorAccountDto> Accounts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Imports { get; private set; } = [];

    public RemittancePreviewDto? Preview { get; private set; }

    public bool CanImport { get; private set; }

    public IReadOnlyList<PaymentScheme> Schemes { get; private set; } = [];

    public IEnumerable<SelectListItem> AccountOptions => Accounts.Select(a => new SelectListItem($"{a.Name} · {IbanTagHelper.Format(a.Iban, mask: false)}", $"{a.Id}"));

    public IEnumerable<SelectListItem> SchemeOptions => Schemes.Select(s => new SelectListItem(texts[$"Remittances:Scheme.{s}"], $"{s}"));

    public async Task OnGetAsync(Guid? import, PaymentScheme? scheme)
    {
        Input.Scheme = scheme ?? PaymentScheme.Core;
        (Input.ImportBatchId, Input.Choice) = (import, import is null ? CollectionChoice.All : CollectionChoice.Import);
        await OnReloadAsync();
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await OnReloadAsync();
        return IsHtmx(PreviewId) ? Partial("_RemittancePreview", this) : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return ReloadAsync();
        return TryAsync(async () =>
        {
            var made = await remittances.CreateAsync(
                new CreateRemittanceDto(Input.Id, Input.CreditorAccountId, Input.Title, Input.Scheme, RequireSelection()), cancellationToken);
            Notify(texts["Remittances:Created", made.Number]);
            return this.Go($"remittances/{made.Id}");
        });
    }

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Accounts = [.. (await accounts.GetListAsync(aborted)).Where(a => a.Status == CreditorAccountStatus.Approved)];
        var canTransfer = await permissions.IsGrantedAsync(SepaPermissions.Transfers.Create, aborted);
        // Reversals go out from their own list, by the file that they name.
        Schemes = [.. Enum.GetValues<PaymentScheme>().Where(s => s.IsCollection() || (canTransfer && s.IsTransfer()))];
        if (Input.CreditorAccountId == Guid.Empty && Accounts.Count > 0)
            Input.CreditorAccountId = Accounts[0].Id;
        CanImport = await permissions.IsGrantedAsync(SepaPermissions.Imports.Default, aborted);
        if (CanImport)
            Imports = await GetImportsAsync(aborted);
        if (Accounts.Any(a => a.Id == Input.CreditorAccountId && (Input.Scheme.IsTransfer() || a.CreditorIdentifier is not null))
            && Schemes.Contains(Input.Scheme) && Input.Selection() is { } selection)
            Preview = await remittances.PreviewAsync(Input.CreditorAccountId, Input.Scheme, selection, aborted);
    }

    private async Task<IReadOnlyList<SelectListItem>> GetImportsAsync(CancellationToken cancellationToken)
    {
        var found = await imports.GetListAsync(
            new GetImportsInput(ImportStatus.Confirmed, Input.Scheme.IsTransfer() ? ImportKind.Transfers : ImportKind.Collections, PageSize: OfferedImports), cancellationToken);
        return [new SelectListItem(texts["Remittances:ChooseImport"], ""), .. found.Items.Select(i => new SelectListItem($"{i.FileName} · {i.ConfirmedAt:d}", $"{i.Id}"))];
    }

    private OrderSelectionDto RequireSelection() => Input.Selection() ?? throw new InputException(new FieldError(
        Input.Choice == CollectionChoice.Import ? nameof(Input.ImportBatchId) : nameof(Input.RequestedUntil), SepaErrorCodes.Required));
}
