using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>Hands out a signed paper, always as a download: what was uploaded is never shown as a page of ours.</summary>
[Authorize(SepaPermissions.Mandates.Default)]
internal sealed class MandateDocumentModel(IMandateDocumentAppService documents) : PlatformPageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, Guid documentId, CancellationToken cancellationToken) => HandOutAsync(async () =>
    {
        var (document, content) = await documents.OpenAsync(id, documentId, cancellationToken);
        return File(content, document.MediaType, document.FileName);
    }, $"mandates/{id}/documents");
}
