using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

[Authorize(AccountingPermissions.Handoffs.Default)]
internal sealed class HandoffPageModel(IHandoffAppService handoffs, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    public const string ItemsId = "handoff-items";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    [BindProperty]
    public int? LinkDays { get; set; }

    public HandoffDto Handoff { get; private set; } = null!;

    public PagedResult<HandoffItemDto> Items { get; private set; } = new([], null);

    public bool CanSend { get; private set; }

    public string UrlOf(string? cursor) => this.Link($"handoffs/{Id}", ("cursor", cursor));

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(ItemsId) ? Partial("_HandoffItems", this) : Page();
    }

    public Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await handoffs.RevokeAsync(Id, cancellationToken);
        Notify(texts["Handoff:Revoked"]);
        return LocalRedirect(UrlOf(null));
    });

    public Task<IActionResult> OnPostResendAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var sent = await handoffs.ResendAsync(Id, LinkDays, cancellationToken);
        Notify(texts["Handoff:Resent", sent.Recipient.Email]);
        return LocalRedirect(UrlOf(null));
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Items = await handoffs.GetItemsAsync(Id, Cursor, cancellationToken: aborted);
        Handoff = await handoffs.GetAsync(Id, aborted);
        LinkDays ??= Handoff.DefaultDays;
        CanSend = await permissions.IsGrantedAsync(AccountingPermissions.Handoffs.Send, aborted);
    }
}
