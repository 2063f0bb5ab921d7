using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>Hands out the proof file of one order.</summary>
[Authorize(SepaPermissions.Remittances.Download)]
internal sealed class OrderProofModel(IOrderProofAppService proofs) : PlatformPageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, Guid order, CancellationToken cancellationToken) => HandOutAsync(async () =>
    {
        var (content, name) = await proofs.OpenAsync(id, order, cancellationToken);
        return File(content, OrderProofFile.MediaType, name);
    }, $"remittances/{id}");
}
