using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Sends an export's zip: whole, or a range of it so that a download resumes (RFC 9110, 13 and 14).</summary>
internal sealed class ExportResult(ExportDownload zip) : IResult, IActionResult
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

    /// <summary>The first byte of the range that is asked for.</summary>
    public static long? From(HttpRequest request) =>
        new RequestHeaders(request.Headers).Range is { } range && range.Unit == "bytes" && range.Ranges.Count == 1 ? range.Ranges.Single().From : null;
}
