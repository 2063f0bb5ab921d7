using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Platform.Kernel;

namespace Platform.Accounting.Web;

/// <summary>Sends a handoff's zip: whole, a range of it, or its head alone (RFC 9110, 9.3.2, 13 and 14).</summary>
internal sealed class ZipResult(HandoffZip zip) : IResult, IActionResult
{
    public const string MediaType = "application/zip";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // What was recorded is committed by now, and sending may take hours.
        await httpContext.RequestServices.GetRequiredService<IUnitOfWork>().ReleaseAsync();
        var file = TypedResults.File(zip.Content, MediaType, zip.FileName, new DateTimeOffset(zip.At), new EntityTagHeaderValue(zip.EntityTag), enableRangeProcessing: true);
        await file.ExecuteAsync(httpContext);
    }

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    /// <summary>What the request asks for. Several ranges at once are answered with the whole, and the last bytes are asked for by whoever knows none before.</summary>
    public static HandoffZipRequest Read(HttpRequest request)
    {
        var range = new RequestHeaders(request.Headers).Range;
        var from = range?.Unit == "bytes" && range.Ranges.Count == 1 ? range.Ranges.Single().From : null;
        return new HandoffZipRequest(HttpMethods.IsHead(request.Method), from, request.Headers.IfRange is [{ } tag] ? tag : null);
    }
}
