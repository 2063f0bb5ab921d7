using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

/// <summary>How documents look. The words are texts: "DocumentType:Contract".</summary>
internal static class Presentation
{
    public static Tone Tone(this DocumentState state) => state switch
    {
        DocumentState.Sent or DocumentState.Accepted => AspNetCore.Tone.Info,
        DocumentState.Questioned => AspNetCore.Tone.Warning,
        DocumentState.Booked => AspNetCore.Tone.Success,
        _ => AspNetCore.Tone.Neutral,
    };

    public static string Icon(this DocumentDto document) => document.MediaType switch
    {
        "application/pdf" => "file-type-pdf",
        "application/zip" => "file-zip",
        "application/xml" => "file-code",
        "text/plain" => "file-text",
        ['i', 'm', 'a', 'g', 'e', '/', ..] => "photo",
        _ => "file",
    };

    /// <summary>Behind the day: who uploaded or mailed it; empty for the system.</summary>
    public static string CameFrom(this DocumentDto document, IStringLocalizer<AccountingResource> texts) => document switch
    {
        { Mail: { } mail } => $"· {texts["Document:MailedBy", mail.From]}",
        { UploadedByName: { } name } => $"· {name}",
        _ => "",
    };

    public static IReadOnlyList<SelectListItem> Options<T>(IStringLocalizer<AccountingResource> texts, string? empty = null) where T : struct, Enum =>
    [
        .. empty is null ? [] : new[] { new SelectListItem(empty, "") },
        .. Enum.GetValues<T>().Select(v => new SelectListItem(texts[$"{typeof(T).Name}:{v}"], v.ToString())),
    ];

    /// <summary>The content never changes.</summary>
    public static EntityTagHeaderValue ETag(this DocumentDto document) => new($"\"{document.Sha256}\"");

    public static IActionResult Go(this PlatformPageModel page, string path) => page.LocalRedirect(page.Link(path));
}
