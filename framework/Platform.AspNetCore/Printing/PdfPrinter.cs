using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Prints a view, in the reader's language, as a PDF with the style of printed pages (_PrintLayout).</summary>
public sealed class PdfPrinter(IPdfRenderer renderer, IRazorViewEngine views, ITempDataProvider tempData, IHttpContextAccessor http) : IScopedDependency
{
    private static readonly string Style = PrintFiles.Read("print.css");

    /// <summary>Only in a request.</summary>
    /// <param name="view">From the root: "/Pages/Sepa/Notes/_AccompanyingNote.cshtml". It names nothing to be fetched.</param>
    /// <param name="model">The view's.</param>
    /// <param name="title">Of the document.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BusinessException">As of <see cref="IPdfRenderer"/>.</exception>
    public async Task<byte[]> PrintAsync(string view, object model, string title, CancellationToken cancellationToken = default)
    {
        var body = await BodyAsync(view, model);
        return await renderer.RenderAsync(
            $"<!doctype html><html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\"><title>{HtmlEncoder.Default.Encode(title)}</title>"
            + $"<style>{Style}</style></head><body class=\"p-print\"><main>{body}</main></body></html>",
            cancellationToken);
    }

    private async Task<string> BodyAsync(string view, object model)
    {
        var context = new ActionContext(http.HttpContext!, http.HttpContext!.GetRouteData(), new ActionDescriptor());
        var found = views.GetView(null, view, isMainPage: false).EnsureSuccessful([]).View!;
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        await found.RenderAsync(new ViewContext(
            context, found, new ViewDataDictionary(new EmptyModelMetadataProvider(), context.ModelState) { Model = model },
            new TempDataDictionary(http.HttpContext!, tempData), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}

internal static class PrintFiles
{
    public static string Read(string name) => new StreamReader(typeof(PrintFiles).Assembly.GetManifestResourceStream(name)!).ReadToEnd();
}
