using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Firms that work in the company, and those that did.</summary>
[Authorize(TenancyPermissions.Engagements.Default)]
public sealed class EngagementsModel(
    IEngagementAppService service, EngagementKindCatalog kinds, IPermissionChecker permissions, IStringLocalizer<TenancyResource> texts) : PlatformPageModel
{
    /// <summary>Running ones first.</summary>
    public IReadOnlyList<EngagementDto> Engagements { get; private set; } = [];

    /// <summary>Whether the person may engage firms and end it.</summary>
    public bool CanManage { get; private set; }

    /// <summary>What firms can be engaged for.</summary>
    public IEnumerable<EngagementKindDefinition> Kinds => kinds.All;

    /// <summary>Shows them.</summary>
    public Task OnGetAsync() => OnReloadAsync();

    /// <summary>Ends one, or takes the request back.</summary>
    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await service.EndAsync(id, cancellationToken);
        Notify(texts["Engagements:IsEnded"]);
        return LocalRedirect($"~{TenantUrl("settings/engagements")}");
    });

    /// <inheritdoc />
    protected override async Task OnReloadAsync()
    {
        Engagements = await service.GetListAsync(HttpContext.RequestAborted);
        CanManage = await permissions.IsGrantedAsync(TenancyPermissions.Engagements.Manage, HttpContext.RequestAborted);
    }
}
