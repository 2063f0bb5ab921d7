using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger;

[Authorize(LedgerPermissions.Connect)]
internal sealed class IndexModel(
    ConnectFlow flow, IConsentAppService consents, IPermissionChecker permissions, IOptions<LedgerOptions> options,
    IStringLocalizer<LedgerResource> texts) : PlatformPageModel
{
    private const int Most = 200;

    public bool IsConfigured => options.Value.IsConfigured;

    /// <summary>The accounting package's page; null until the person asks to connect.</summary>
    public string? LeavingTo { get; private set; }

    public IReadOnlyList<ConsentDto> Connections { get; private set; } = [];

    public string EntriesOf(ConsentDto connection) => Url.Content($"~{TenantUrl($"{LedgerConnector.Path}/{connection.Id}")}");

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostConnectAsync(CancellationToken cancellationToken)
    {
        RequireConfigured();
        return await TryAsync(async () =>
        {
            var browser = ConnectStates.RandomText();
            LeavingTo = await flow.BeginAsync(Tenant.Slug, browser, cancellationToken);
            BrowserCookie.Write(Response, browser);
            // Not a redirect: the form-action of the content security policy holds for where a form's answer leads.
            Response.Headers["Refresh"] = $"0;url={LeavingTo}";
            return Page();
        });
    }

    public async Task<IActionResult> OnPostDisconnectAsync(Guid id, CancellationToken cancellationToken)
    {
        await consents.RevokeAsync(id, cancellationToken);
        Notify(texts["Connect:Ended"]);
        return LocalRedirect(TenantUrl(LedgerConnector.Path));
    }

    protected override Task OnReloadAsync() => LoadAsync(HttpContext.RequestAborted);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!await permissions.IsGrantedAsync(VaultPermissions.Consents.Own, cancellationToken))
            return;
        var own = await consents.GetListAsync(
            new GetConsentsInput(State: ConsentState.Active, Provider: LedgerConnector.Provider, PageSize: Most), cancellationToken);
        Connections = own.Items;
    }

    private void RequireConfigured()
    {
        if (!IsConfigured)
            throw new EntityNotFoundException();
    }
}
