using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

/// <summary>Exports of everything: starts one, shows its progress, and hands out those that are kept.</summary>
[Authorize(TenancyPermissions.Exports)]
internal sealed class ExportModel(IExportAppService exports, IStringLocalizer<TenancyResource> texts) : PlatformPageModel
{
    public const string LiveId = "p-exports";
    private const string Here = "settings/export";

    public IReadOnlyList<ExportDto> Exports { get; private set; } = [];

    /// <summary>The one that is being made.</summary>
    public ExportDto? Running => Exports.FirstOrDefault(e => e.State == ExportState.Running);

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(LiveId) ? Partial("_Exports", this) : Page();
    }

    public Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await exports.StartAsync(cancellationToken);
        return Done("Exports:Started");
    });

    public Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await exports.DeleteAsync(id, cancellationToken);
        return Done("Exports:Deleted");
    });

    public string SizeOf(ExportDto export) => texts["Exports:Megabytes", (export.Size / 1_000_000m).ToString("N1", CultureInfo.CurrentCulture)];

    protected override async Task OnReloadAsync() => Exports = await exports.GetListAsync(HttpContext.RequestAborted);

    private LocalRedirectResult Done(string notice)
    {
        Notify(texts[notice]);
        return LocalRedirect($"~{TenantUrl(Here)}");
    }
}
