using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Sepa.Web;

/// <summary>
/// Raises the limit of a request body for an upload and answers a larger one in words. It must run before the form is read to
/// verify its origin, which would otherwise fail without saying why.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Key under which the next page finds that a file was too large.</summary>
    public const string TooLarge = "Sepa.TooLarge";

    public int Order => 800;

    public long MaxBytes { get; init; } = ImportUpload.MaxRequestBytes;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
            return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;
        if (http.Request.ContentLength > MaxBytes)
            context.Result = Answer(http);
    }

    private static StatusCodeResult Answer(HttpContext http)
    {
        var notice = http.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http);
        notice[TooLarge] = true;
        // Nothing else saves it when the request ends this early.
        notice.Save();
        var page = $"{http.Request.PathBase}{http.Request.Path}";
        if (http.Request.Headers.ContainsKey("HX-Request"))
            http.Response.Headers["HX-Redirect"] = page;
        else
            http.Response.Headers.Location = page;
        return new StatusCodeResult(http.Request.Headers.ContainsKey("HX-Request") ? StatusCodes.Status200OK : StatusCodes.Status303SeeOther);
    }
}
