using System.Globalization;

namespace Platform.AspNetCore;

/// <summary>The twelve colours a company can have. White text on each has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3).</summary>
public static class TenantColors
{
    /// <summary>"#rrggbb" in lower case; the class of the n-th, counted from 1, is "p-color-n".</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "#1d5fd1", "#0f766e", "#7c3aed", "#be123c", "#b45309", "#15803d",
        "#0369a1", "#a21caf", "#4d7c0f", "#475569", "#c2410c", "#4338ca",
    ];

    /// <summary>The class of the palette colour nearest to the given one. Anything but "#rrggbb" gets the first colour.</summary>
    public static string CssClass(string? color) => $"p-color-{(Parse(color) is { } rgb ? Nearest(rgb) : 0) + 1}";

    private static int Nearest((int R, int G, int B) rgb) =>
        Enumerable.Range(0, Values.Count).MinBy(i => Distance(Parse(Values[i])!.Value, rgb));

    private static int Distance((int R, int G, int B) a, (int R, int G, int B) b) =>
        (2 * Square(a.R - b.R)) + (4 * Square(a.G - b.G)) + (3 * Square(a.B - b.B));

    private static int Square(int value) => value * value;

    private static (int R, int G, int B)? Parse(string? color) =>
        color is ['#', ..] && color.Length == 7 && int.TryParse(color[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? (rgb >> 16, (rgb >> 8) & 255, rgb & 255)
            : null;
}
