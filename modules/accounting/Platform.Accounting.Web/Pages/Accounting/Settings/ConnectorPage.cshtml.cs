using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

/// <summary>Settings, accounting: the package that documents go to by themselves.</summary>
[Authorize(AccountingPermissions.Accountant.Default)]
internal sealed class ConnectorPageModel(IAccountingConnectorAppService service, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    private const string Here = "settings/accounting/connector";

    public AccountingConnectionDto Connection { get; private set; } = null!;

    public bool CanEdit { get; private set; }

    public AccountingConnectorDto? Current => Connection.Available.FirstOrDefault(c => c.Name == Connection.Current);

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostConnectAsync(string? connector, CancellationToken cancellationToken) =>
        ActAsync(() => service.ConnectAsync(connector, cancellationToken), "Connector:IsOn");

    public Task<IActionResult> OnPostDisconnectAsync(CancellationToken cancellationToken) => ActAsync(() => service.DisconnectAsync(cancellationToken), "Connector:IsOff");

    protected override async Task OnReloadAsync()
    {
        CanEdit = await permissions.IsGrantedAsync(AccountingPermissions.Accountant.Edit, HttpContext.RequestAborted);
        Connection = await service.GetAsync(HttpContext.RequestAborted);
    }

    private Task<IActionResult> ActAsync(Func<Task> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return this.Go(Here);
    });
}
