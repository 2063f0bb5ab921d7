using System.Globalization;

namespace Platform.Bench;

internal sealed record ComparisonOptions(int[] Counts, int Rounds, string Root, string? Report)
{
    public static ComparisonOptions Parse(string[] options)
    {
        string Value(string name, string fallback) => Array.IndexOf(options, name) is >= 0 and var i ? options[i + 1] : fallback;
        var counts = Value("--counts", "1000,10000,100000").Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture));
        var report = Value("--report", "");
        return new ComparisonOptions(
            [.. counts],
            int.Parse(Value("--rounds", "3"), CultureInfo.InvariantCulture),
            Value("--root", Directory.GetCurrentDirectory()),
            report.Length == 0 ? null : report);
    }
}
