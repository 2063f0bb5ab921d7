using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>Hands out a signature.</summary>
[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class RemittanceSignatureModel(IRemittanceSigningAppService signing) : PlatformPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid signatureId, CancellationToken cancellationToken)
    {
        var download = await signing.DownloadAsync(id, signatureId, cancellationToken);
        return File(download.Content, RemittanceSignatureEndpoints.MediaType, download.FileName);
    }
}
