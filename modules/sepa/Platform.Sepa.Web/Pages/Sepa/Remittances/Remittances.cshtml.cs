using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class RemittancesModel(IRemittanceAppService remittances, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public RemittanceStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool ForMe { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool ToHandOver { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<RemittanceListDto> Remittances { get; private set; } = new([], null);

    public bool CanCreate { get; private set; }

    public bool CanApprove { get; private set; }

    public bool CanHandOver { get; private set; }

    public IStringLocalizer<SepaResource> Texts => texts;

    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Status is not null || ForMe || ToHandOver;

    public string UrlOf(string? cursor) => this.Link("remittances", ("q", Q), ("status", Status), ("forMe", ForMe ? "true" : null), ("toHandOver", ToHandOver ? "true" : null), ("cursor", cursor));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Remittances = await remittances.GetListAsync(new GetRemittancesInput(Status, Q, Cursor, ForMe: ForMe, ToHandOver: ToHandOver), cancellationToken);
        CanCreate = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, cancellationToken);
        CanApprove = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Approve, cancellationToken);
        CanHandOver = await permissions.IsGrantedAsync(SepaPermissions.Remittances.HandOver, cancellationToken);
        return IsHtmx("remittance-list") ? Partial("_RemittanceTable", this) : Page();
    }
}
