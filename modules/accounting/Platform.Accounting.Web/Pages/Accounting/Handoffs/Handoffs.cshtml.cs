using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

[Authorize(AccountingPermissions.Handoffs.Default)]
internal sealed class HandoffsModel(IHandoffAppService handoffs, IPermissionChecker permissions) : PlatformPageModel
{
    public const string ListId = "handoff-list";

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<HandoffListDto> Handoffs { get; private set; } = new([], null);

    public bool CanSend { get; private set; }

    public string UrlOf(string? cursor) => this.Link("handoffs", ("cursor", cursor));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Handoffs = await handoffs.GetListAsync(new GetHandoffsInput(Cursor), cancellationToken);
        CanSend = await permissions.IsGrantedAsync(AccountingPermissions.Handoffs.Send, cancellationToken);
        return IsHtmx(ListId) ? Partial("_HandoffTable", this) : Page();
    }
}
