using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>Hands out the bank file; the service verifies its hash and records the download.</summary>
[Authorize(SepaPermissions.Remittances.Download)]
internal sealed class RemittanceFileModel(IRemittanceAppService remittances) : PlatformPageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => HandOutAsync(async () =>
    {
        var download = await remittances.DownloadAsync(id, cancellationToken);
        return File(download.Content, "application/xml", download.File.FileName);
    }, $"remittances/{id}");
}
