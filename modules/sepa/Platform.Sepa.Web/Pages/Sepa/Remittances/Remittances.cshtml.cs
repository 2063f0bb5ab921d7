using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class RemittancesModel(
    IRemittanceAppService remittances, ICreditorAccountAppService accounts, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public RemittanceListFilter Filter { get; set; } = new();

    public PagedResult<RemittanceListDto> Remittances { get; private set; } = new([], null);

    public RemittanceTotalDto Total { get; private set; } = new(0, 0, 0);

    /// <summary>To choose from; none without the right to see them.</summary>
    public IReadOnlyList<CreditorAccountDto> Accounts { get; private set; } = [];

    public bool CanCreate { get; private set; }

    public bool CanApprove { get; private set; }

    public bool CanHandOver { get; private set; }

    public bool CanExport { get; private set; }

    public IStringLocalizer<SepaResource> Texts => texts;

    public string UrlOf(string? cursor) => this.Link("remittances", (Filter with { Cursor = cursor }).ToQuery());

    public string ListUrl(string path) => this.Link($"remittances/{path}", (Filter with { Cursor = null }).ToQuery());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Remittances = await remittances.GetListAsync(Filter.ToInput(), cancellationToken);
        Total = await remittances.GetTotalAsync(Filter.ToInput(), cancellationToken);
        if (await permissions.IsGrantedAsync(SepaPermissions.CreditorAccounts.Default, cancellationToken))
            Accounts = await accounts.GetListAsync(cancellationToken);
        CanCreate = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, cancellationToken);
        CanApprove = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Approve, cancellationToken);
        CanHandOver = await permissions.IsGrantedAsync(SepaPermissions.Remittances.HandOver, cancellationToken);
        CanExport = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Download, cancellationToken);
        return IsHtmx("remittance-list") ? Partial("_RemittanceTable", this) : Page();
    }
}
