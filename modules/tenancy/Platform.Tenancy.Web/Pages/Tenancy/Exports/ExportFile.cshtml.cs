using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

/// <summary>Hands out the zip of an export; ranges resume a download.</summary>
[Authorize(TenancyPermissions.Exports)]
[OpenWhenClosed]
internal sealed class ExportFileModel(IExportAppService exports) : PlatformPageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        HandOutAsync(async () => new ExportResult(await exports.DownloadAsync(id, ExportResult.From(Request), cancellationToken)), "settings/export");
}
