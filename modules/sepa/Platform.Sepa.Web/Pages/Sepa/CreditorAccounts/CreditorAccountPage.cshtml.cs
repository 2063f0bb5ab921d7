using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.CreditorAccounts.Default)]
internal sealed class CreditorAccountPageModel(
    ICreditorAccountAppService accounts, IPermissionChecker permissions, ICurrentUser user, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Stamp { get; set; }

    public CreditorAccountDto Account { get; private set; } = null!;

    public bool CanEdit { get; private set; }

    public bool CanApprove { get; private set; }

    public bool IsOwnEdit => Account.LastEditedBy == user.Id;

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken) =>
        RunAsync(() => accounts.ApproveAsync(Id, Stamp, cancellationToken), "CreditorAccount:Approved");

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) =>
        RunAsync(() => accounts.CloseAsync(Id, Stamp, cancellationToken), "CreditorAccount:Closed");

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Account = await accounts.GetAsync(Id, aborted);
        var isOpen = Account.Status != CreditorAccountStatus.Closed;
        CanEdit = isOpen && await permissions.IsGrantedAsync(SepaPermissions.CreditorAccounts.Edit, aborted);
        CanApprove = Account.Status == CreditorAccountStatus.AwaitingApproval
            && await permissions.IsGrantedAsync(SepaPermissions.CreditorAccounts.Approve, aborted);
    }

    private Task<IActionResult> RunAsync(Func<Task<CreditorAccountDto>> act, string notice) => TryAsync(async () =>
    {
        var account = await act();
        Notify(texts[notice, account.Name]);
        return this.Go($"creditor-accounts/{Id}");
    });
}
