using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>What a firm may do in the company.</summary>
[Authorize(TenancyPermissions.Engagements.Manage)]
public sealed class EngagementScopesModel(
    IEngagementAppService service, EngagementKindCatalog kinds, IFreshProof proof, IStringLocalizer<TenancyResource> texts) : PlatformPageModel
{
    /// <summary>The engagement.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Chosen.</summary>
    [BindProperty]
    public List<string> Scopes { get; set; } = [];

    /// <summary>As read.</summary>
    [BindProperty]
    public Guid ConcurrencyStamp { get; set; }

    /// <summary>The engagement.</summary>
    public EngagementDto Engagement { get; private set; } = null!;

    /// <summary>What its kind can grant.</summary>
    public IReadOnlyList<string> Offered => kinds.Find(Engagement.Kind)?.Scopes ?? [];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => TryAsync(async () =>
    {
        await proof.RequireAsync(HttpContext.RequestAborted);
        await OnReloadAsync();
        (Scopes, ConcurrencyStamp) = ([.. Engagement.Scopes], Engagement.ConcurrencyStamp);
        return Page();
    });

    /// <summary>Grants what was chosen.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await service.SetScopesAsync(Id, new ScopesDto(Scopes, ConcurrencyStamp), cancellationToken);
        Notify(texts["Engagements:ScopesSaved"]);
        return LocalRedirect($"~{TenantUrl("settings/engagements")}");
    });

    /// <inheritdoc />
    protected override async Task OnReloadAsync() => Engagement = await service.GetAsync(Id, HttpContext.RequestAborted);
}
