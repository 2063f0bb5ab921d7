using System.Collections.Frozen;
using System.IO.Compression;
using Microsoft.AspNetCore.Html;

namespace Platform.AspNetCore;

internal static class Icons
{
    private static readonly Lazy<FrozenDictionary<string, string>> Shapes = new(Load);

    public static HtmlString Svg(string name, string? cssClass = null) =>
        Shapes.Value.TryGetValue(name, out var shape)
            ? new HtmlString($"<svg class=\"{$"icon {cssClass}".TrimEnd()}\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">{shape}</svg>")
            : throw new ArgumentException($"'{name}' is no Tabler outline icon; see tabler.io/icons for the names.", nameof(name));

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(Icons).Assembly.GetManifestResourceStream("icons.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        return Lines(reader).Select(line => line.Split('\t')).ToFrozenDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
