using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Audit;
using Platform.Kernel;

namespace Platform.Vault.Web;

[Authorize(VaultPermissions.Consents.Own)]
internal sealed class ConsentPageModel(
    IConsentAppService consents, ConsentConnectors connectors, IPermissionChecker permissions, IStringLocalizer<VaultResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Opens the question at once.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Revoke { get; set; }

    public ConsentView View { get; private set; } = null!;

    public bool CanReadTrail { get; private set; }

    public string HistoryUrl => this.Link("audit", ("entityType", "Consent"), ("entityId", Id));

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var revoked = connectors.View(await consents.RevokeAsync(Id, cancellationToken));
        Notify(texts["Consents:RevokedNotice", revoked.Provider]);
        return LocalRedirect(this.Link($"consents/{Id}"));
    });

    protected override async Task OnReloadAsync()
    {
        View = connectors.View(await consents.GetAsync(Id, HttpContext.RequestAborted));
        CanReadTrail = await permissions.IsGrantedAsync(AuditPermissions.Trail, HttpContext.RequestAborted);
    }
}
