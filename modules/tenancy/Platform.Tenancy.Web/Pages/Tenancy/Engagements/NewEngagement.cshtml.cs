using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Finds a firm as one types, and asks it.</summary>
[Authorize(TenancyPermissions.Engagements.Manage)]
public sealed class NewEngagementModel(
    IEngagementAppService service, EngagementKindCatalog kinds, IFreshProof proof, IStringLocalizer<TenancyResource> texts) : PlatformPageModel
{
    /// <summary>What the firm is to do.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The chosen firm.</summary>
    [BindProperty]
    public Guid? FirmId { get; set; }

    /// <summary>What it may do.</summary>
    [BindProperty]
    public List<string> Scopes { get; set; } = [];

    /// <summary>What matches.</summary>
    public IReadOnlyList<FirmDto> Firms { get; private set; } = [];

    /// <summary>The kind that is meant.</summary>
    public EngagementKindDefinition Definition => kinds.Find(Kind) ?? throw new EntityNotFoundException();

    /// <summary>The page, or what matches for htmx. Asks for the proof before anything is typed that the way there would lose.</summary>
    public Task<IActionResult> OnGetAsync() => TryAsync(async () =>
    {
        await OnReloadAsync();
        if (IsHtmx("p-firms"))
            return Partial("_Firms", this);
        await proof.RequireAsync(HttpContext.RequestAborted);
        Scopes = [.. Definition.DefaultScopes];
        return Page();
    });

    /// <summary>Asks the firm.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var asked = await service.RequestAsync(new RequestEngagementDto(Kind, FirmId ?? Guid.Empty, Scopes), cancellationToken);
        Notify(texts["Engagements:Asked", asked.Firm.Name]);
        return LocalRedirect($"~{TenantUrl("settings/engagements")}");
    });

    /// <inheritdoc />
    protected override async Task OnReloadAsync() => Firms = await service.FindFirmsAsync(Definition.Name, Q, HttpContext.RequestAborted);
}
