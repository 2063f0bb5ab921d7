using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

/// <summary>The bytes of a document: a download, or an image or PDF within the page that shows it.</summary>
[Authorize(AccountingPermissions.Documents.Default)]
internal sealed class DocumentFileModel(IDocumentAppService documents) : PlatformPageModel
{
    // Nothing in it runs or loads anything; the viewer of a browser styles its own frame.
    private const string ShownPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    public async Task<IActionResult> OnGetAsync(Guid id, bool show, CancellationToken cancellationToken)
    {
        var (document, content) = await documents.OpenAsync(id, cancellationToken);
        var file = new FileStreamResult(content, document.MediaType) { EnableRangeProcessing = true, LastModified = document.UploadedAt, EntityTag = document.ETag() };
        if (!show || !DocumentPreview.IsShown(document.MediaType))
        {
            file.FileDownloadName = document.Name;
            return file;
        }

        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(document.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = ShownPolicy;
        return file;
    }
}
