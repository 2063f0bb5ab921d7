using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Notary;

/// <summary>Deeds of the company, for its own people and its office's.</summary>
[Authorize(NotaryPermissions.Deeds.Default)]
internal sealed class DeedsModel(DeedAppService deeds, IPermissionChecker permissions) : PlatformPageModel
{
    internal const string ListId = "deed-list";

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<DeedDto> Deeds { get; private set; } = new([], null);

    public bool MayPrepare { get; private set; }

    /// <summary>Whether the person may ask an office to work for the company.</summary>
    public bool MayEngage { get; private set; }

    public string EngageUrl => this.Link("settings/engagements/new", ("kind", NotaryEngagement.Name));

    public string? FirstUrl => Cursor is null ? null : this.Link("notary");

    public string? NextUrl => Deeds.NextCursor is { } next ? this.Link("notary", ("cursor", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Deeds = await deeds.GetListAsync(new GetDeedsInput(Cursor: Cursor), cancellationToken);
        if (IsHtmx(ListId))
            return Partial("_DeedTable", this);
        MayPrepare = await deeds.MayPrepareAsync(cancellationToken);
        MayEngage = await permissions.IsGrantedAsync(TenancyPermissions.Engagements.Manage, cancellationToken);
        return Page();
    }
}
