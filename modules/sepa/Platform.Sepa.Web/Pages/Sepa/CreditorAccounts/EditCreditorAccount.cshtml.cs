using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.CreditorAccounts.Edit)]
internal class CreditorAccountFormModel(ICreditorAccountAppService accounts, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public CreditorAccountInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Versions => Presentation.Options<Pain008Version>(texts);

    public IReadOnlyList<SelectListItem> TransferVersions => Presentation.Options<Pain001Version>(texts);

    public IReadOnlyList<SelectListItem> AddressStyles => Presentation.Options<AddressStyle>(texts);

    public IReadOnlyList<SelectListItem> NewAccountPlaces => Presentation.Options<NewDebtorAccountPlace>(texts);

    public string BackUrl => this.Link(Id is null ? "creditor-accounts" : $"creditor-accounts/{Id}");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id)
            Input = CreditorAccountInput.Of(await accounts.GetAsync(id, cancellationToken));
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var account = Id is { } id
            ? await accounts.UpdateAsync(id, Input.ToDto(), cancellationToken)
            : await accounts.CreateAsync(Input.ToDto(), cancellationToken);
        Notify(texts[account.Status == CreditorAccountStatus.Approved ? "CreditorAccount:Saved" : "CreditorAccount:SavedAwaiting", account.Name]);
        return this.Go($"creditor-accounts/{account.Id}");
    });
}

[Authorize(SepaPermissions.CreditorAccounts.Edit)]
internal sealed class NewCreditorAccountModel(ICreditorAccountAppService accounts, IStringLocalizer<SepaResource> texts) : CreditorAccountFormModel(accounts, texts);

[Authorize(SepaPermissions.CreditorAccounts.Edit)]
internal sealed class EditCreditorAccountModel(ICreditorAccountAppService accounts, IStringLocalizer<SepaResource> texts) : CreditorAccountFormModel(accounts, texts);
