using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Mandates.Edit)]
internal class MandateFormModel(
    IMandateAppService mandates, ICreditorAccountAppService accounts, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public MandateInput Input { get; set; } = new();

    public bool IsSigned { get; private set; }

    public bool IsUsed { get; private set; }

    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Schemes => Presentation.Options<SddScheme>(texts);

    public IReadOnlyList<SelectListItem> Types => Presentation.Options<MandateType>(texts);

    public string AmendUrl => this.Link($"mandates/{Id}/amend");

    public string BackUrl => this.Link(Id is null ? "mandates" : $"mandates/{Id}");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id)
            Input = MandateInput.Of(await mandates.GetAsync(id, cancellationToken));
        await OnReloadAsync();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var mandate = Id is { } id
            ? await mandates.UpdateAsync(id, Input.ToDto(), cancellationToken)
            : await mandates.CreateAsync(Input.ToDto(), cancellationToken);
        Notify(texts["Mandate:Saved", mandate.Reference]);
        return this.Go($"mandates/{mandate.Id}");
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        if (Id is { } id && await mandates.GetAsync(id, aborted) is var mandate)
            (IsSigned, IsUsed) = (mandate.Status != MandateStatus.Draft, mandate.IsUsed);
        if (!await permissions.IsGrantedAsync(SepaPermissions.CreditorAccounts.Default, aborted))
            return;
        var open = (await accounts.GetListAsync(aborted)).Where(a => a.Status != CreditorAccountStatus.Closed).ToList();
        Accounts = open.Select(a => a.CreditorIdentifier).Distinct().Count() < 2 ? [] : [.. open.Select(a => new SelectListItem($"{a.Name} · {a.CreditorIdentifier}", $"{a.Id}"))];
    }
}

[Authorize(SepaPermissions.Mandates.Edit)]
internal sealed class NewMandateModel(
    IMandateAppService mandates, ICreditorAccountAppService accounts, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts)
    : MandateFormModel(mandates, accounts, permissions, texts);

[Authorize(SepaPermissions.Mandates.Edit)]
internal sealed class EditMandateModel(
    IMandateAppService mandates, ICreditorAccountAppService accounts, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts)
    : MandateFormModel(mandates, accounts, permissions, texts);
