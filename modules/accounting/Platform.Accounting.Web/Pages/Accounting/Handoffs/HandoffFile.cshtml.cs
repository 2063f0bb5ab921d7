using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

/// <summary>Hands out the zip of a handoff; ranges resume a download.</summary>
[Authorize(AccountingPermissions.Handoffs.Default)]
internal sealed class HandoffFileModel(IHandoffAppService handoffs) : PlatformPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        new ZipResult(await handoffs.DownloadAsync(id, ZipResult.Read(Request), cancellationToken));
}
