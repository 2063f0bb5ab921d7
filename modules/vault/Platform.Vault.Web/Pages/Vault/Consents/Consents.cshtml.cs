using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Vault.Web;

[Authorize(VaultPermissions.Consents.Own)]
internal sealed class ConsentsModel(
    IConsentAppService consents, ConsentConnectors connectors, IPermissionChecker permissions, IStringLocalizer<VaultResource> texts) : PlatformPageModel
{
    public const string ListId = "consent-list";

    [BindProperty(SupportsGet = true)]
    public ConsentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Everybody { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public IReadOnlyList<ConsentView> Consents { get; private set; } = [];

    public string? NextUrl { get; private set; }

    public bool CanViewAll { get; private set; }

    public string? FirstUrl => string.IsNullOrEmpty(Cursor) ? null : UrlOf(null);

    public IReadOnlyList<(string Name, string Path)> Connectable => connectors.Connectable;

    public IEnumerable<SelectListItem> States =>
    [
        new(texts["AllStates"], ""),
        .. Enum.GetValues<ConsentState>().Select(s => new SelectListItem(texts[$"ConsentState:{s}"], s.ToString())),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        CanViewAll = await permissions.IsGrantedAsync(VaultPermissions.Consents.ViewAll, cancellationToken);
        Everybody &= CanViewAll;
        var found = await consents.GetListAsync(new GetConsentsInput(Everybody, State, Cursor: Cursor), cancellationToken);
        Consents = [.. found.Items.Select(connectors.View)];
        NextUrl = found.NextCursor is { } next ? UrlOf(next) : null;
        return IsHtmx(ListId) ? Partial("_ConsentTable", this) : Page();
    }

    private string UrlOf(string? cursor) => this.Link("consents", ("state", State), ("everybody", Everybody ? "true" : null), ("cursor", cursor));
}
