using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Platform.Bench;

internal static class Report
{
    public static string Table(IReadOnlyList<Result> results, ComparisonOptions options)
    {
        var text = new StringBuilder("| pain.008, transactions |");
        text.AppendJoin("", options.Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $" {count:N0} |"))).AppendLine();
        text.Append('|').Insert(text.Length, "---|", options.Counts.Length + 1).AppendLine();
        foreach (var row in results.GroupBy(result => result.Name))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Key} |");
            foreach (var result in row)
            {
                text.Append(Cell(result, results.First(other => other.Count == result.Count)));
            }
            text.AppendLine();
        }
        return text.ToString();
    }

    public static string Page(string table, ComparisonOptions options) => $"""
        # Benchmarks

        Written by `./bench/run.sh`; run it again rather than edit this page.

        Every contender writes the same transactions to a file, each in a process of its own. Each cell: seconds of wall time with
        start-up (median of {options.Rounds} rounds taken in turn), times the bare loop, peak resident memory in MiB. Count and sums of every
        file are checked before it counts. sepa-xml knows only pain.008.001.02; the others write pain.008.001.08.

        {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}.

        {table}
        """;

    private static string Cell(Result result, Result bare) => string.Create(
        CultureInfo.InvariantCulture,
        $" {result.Seconds:0.00} s, {result.Seconds / bare.Seconds:0.0}x, {result.PeakKilobytes / 1024} MiB |");
}
