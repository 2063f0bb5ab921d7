using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.ModuleName;

/// <summary>Matters of the company, for its own people and its firm's.</summary>
[Authorize(ModuleNamePermissions.Matters.Default)]
internal sealed class MattersModel(MatterAppService matters, IPermissionChecker permissions, IStringLocalizer<ModuleNameResource> texts) : PlatformPageModel
{
    internal const string ListId = "matter-list";

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<MatterDto> Matters { get; private set; } = new([], null);

    public bool MayEdit { get; private set; }

    /// <summary>Whether the person may ask a firm to work for the company.</summary>
    public bool MayEngage { get; private set; }

    public string EngageUrl => this.Link("settings/engagements/new", ("kind", ModuleNameEngagement.Name));

    public string? FirstUrl => Cursor is null ? null : this.Link("modulename");

    public string? NextUrl => Matters.NextCursor is { } next ? this.Link("modulename", ("cursor", next)) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(ListId) ? Partial("_MatterTable", this) : Page();
    }

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var matter = await matters.CloseAsync(id, cancellationToken);
        Notify(texts["Matters:IsClosed", matter.Subject]);
        return LocalRedirect(this.Link("modulename"));
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Matters = await matters.GetListAsync(new GetMattersInput(Cursor), aborted);
        MayEdit = await matters.MayEditAsync(aborted);
        MayEngage = await permissions.IsGrantedAsync(TenancyPermissions.Engagements.Manage, aborted);
    }
}
