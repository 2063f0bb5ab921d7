using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity.Web;

/// <summary>A multi-entity group: its companies, its people in one list, and the settings they share.</summary>
[Authorize(PlatformPolicies.SignedIn)]
internal sealed class GroupModel(
    IGroupAppService groups, IGroupPeopleAppService people, ICompanyAppService companies, ISecuritySettingsAppService settings, IFreshProof proof, IStringLocalizer<IdentityResource> texts)
    : SecuritySettingsPageModel(settings, proof, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? TenantId { get; set; }

    public GroupDto Group { get; private set; } = null!;

    public IReadOnlyList<GroupPersonDto> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> OtherCompanies { get; private set; } = [];

    public override SettingPlace Place => SettingPlace.Group(Id);

    protected override string Path => $"~/account/groups/{Id}";

    public Task<IActionResult> OnPostAddCompanyAsync(CancellationToken cancellationToken) =>
        RunAsync(() => groups.AddCompanyAsync(Id, TenantId ?? Guid.Empty, cancellationToken));

    public Task<IActionResult> OnPostRemoveCompanyAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await groups.RemoveCompanyAsync(Id, TenantId ?? Guid.Empty, cancellationToken);
        return LocalRedirect("~/account/groups");
    });

    public Task<IActionResult> OnPostAddAdministratorAsync(Guid userId, CancellationToken cancellationToken) =>
        RunAsync(() => groups.AddAdministratorAsync(Id, userId, cancellationToken));

    public Task<IActionResult> OnPostRemoveAdministratorAsync(Guid userId, CancellationToken cancellationToken) =>
        RunAsync(() => groups.RemoveAdministratorAsync(Id, userId, cancellationToken));

    protected override async Task OnReloadAsync()
    {
        await base.OnReloadAsync();
        Group = await groups.GetAsync(Id, HttpContext.RequestAborted);
        People = await people.GetListAsync(Id, HttpContext.RequestAborted);
        var mine = await companies.GetMineAsync(null, HttpContext.RequestAborted);
        OtherCompanies = [.. mine.Where(c => Group.Companies.All(g => g.Id != c.Id)).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
    }

    // Whoever sets the rules of other people's companies, or lets others do so, is to be there.
    private Task<IActionResult> RunAsync(Func<Task> act) => TryAsync(async () =>
    {
        await act();
        return LocalRedirect(Path);
    });
}
