using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>Where the assistant ends: what the person may do now, and how to become administrator where there is none.</summary>
[Authorize(PlatformPolicies.SignedIn)]
internal sealed class MigrationDoneModel(IMigrationAppService migration, TrackingPages tracking, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    private readonly Dictionary<Guid, string?> _tracking = [];

    public IReadOnlyList<MigratedCompanyDto> Companies { get; private set; } = [];

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAdministratorAsync(Guid companyId, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await migration.BecomeAdministratorAsync(companyId, cancellationToken);
        Notify(texts["MigrationDone:Became"]);
        return LocalRedirect("~/account/migration/done");
    });

    public string? TrackingOf(MigratedCompanyDto company) => _tracking.GetValueOrDefault(company.Id);

    protected override async Task OnReloadAsync()
    {
        Companies = await migration.GetCompletedAsync(HttpContext.RequestAborted);
        foreach (var company in Companies)
            _tracking[company.Id] = await tracking.FindAsync(company.Id, HttpContext.RequestAborted);
    }
}
