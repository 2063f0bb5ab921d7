using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>Hands out the orders as a file.</summary>
[Authorize(SepaPermissions.Remittances.Download)]
internal sealed class RemittanceOrdersModel(IRemittanceExportAppService exports) : PlatformPageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, OrderFileFormat? format, CancellationToken cancellationToken) => HandOutAsync(async () =>
    {
        if (format is not { } known)
            return NotFound();
        var (content, name) = await exports.OpenOrdersAsync(id, known, cancellationToken);
        return File(content, known.MediaType(), name);
    }, $"remittances/{id}");
}
