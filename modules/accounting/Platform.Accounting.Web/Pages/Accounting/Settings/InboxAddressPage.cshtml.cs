using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

/// <summary>Settings, accounting: the e-mail address of the inbox.</summary>
[Authorize(AccountingPermissions.MailIn.Default)]
internal sealed class InboxAddressPageModel(IInboxAddressAppService service, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    private const string Here = "settings/accounting/mail";

    [BindProperty]
    public string? Sender { get; set; }

    public InboxAddressDto Inbox { get; private set; } = null!;

    public bool CanEdit { get; private set; }

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken) => ActAsync(() => service.RenewAsync(cancellationToken), "MailIn:IsOn");

    public Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken) => ActAsync(() => service.TurnOffAsync(cancellationToken), "MailIn:IsOff");

    public Task<IActionResult> OnPostAllowAsync(CancellationToken cancellationToken) =>
        ActAsync(() => service.AllowAsync(new AllowSenderInput(Sender), cancellationToken), "MailIn:IsAllowed");

    public Task<IActionResult> OnPostDisallowAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(() => service.DisallowAsync(id, cancellationToken), "MailIn:IsDisallowed");

    protected override async Task OnReloadAsync()
    {
        CanEdit = await permissions.IsGrantedAsync(AccountingPermissions.MailIn.Edit, HttpContext.RequestAborted);
        Inbox = await service.GetAsync(HttpContext.RequestAborted);
    }

    private Task<IActionResult> ActAsync(Func<Task> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return this.Go(Here);
    });
}
