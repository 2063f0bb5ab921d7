using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.AspNetCore;
using Platform.Tenancy;

namespace Platform.Identity.Web;

/// <summary>Multi-entity groups the person administers.</summary>
[Authorize(PlatformPolicies.SignedIn)]
internal sealed class GroupsModel(IGroupAppService groups, ICompanyAppService companies) : PlatformPageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Guid? TenantId { get; set; }

    public IReadOnlyList<GroupDto> Groups { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Companies { get; private set; } = [];

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var group = await groups.CreateAsync(new CreateGroupDto(Name, TenantId ?? Guid.Empty), cancellationToken);
        return LocalRedirect($"~/account/groups/{group.Id}");
    });

    protected override async Task OnReloadAsync()
    {
        Groups = await groups.GetListAsync(HttpContext.RequestAborted);
        Companies = [.. (await companies.GetMineAsync(null, HttpContext.RequestAborted)).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
    }
}
