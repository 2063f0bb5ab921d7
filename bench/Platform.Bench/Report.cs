using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Platform.Bench;

internal static class Report
{
    public static string Tables(IReadOnlyList<Result> results, IReadOnlyList<ProductStage> stages, ComparisonOptions options) => string.Join(
        Environment.NewLine,
        ["### First file of a process", "", Table("pain.008, transactions", results, result => result.Name, options, r => Time(r, results, x => x.First)),
        "### Further files of the same process", "", Table("pain.008, transactions", results, result => result.Name, options, r => Time(r, results, x => x.Again)),
        "### Memory", "", Table("pain.008, transactions", results, result => result.Name, options, Memory),
        "### Import", "", Table("rows, wrong ones beside", Steps(stages), step => step.Name, options, Step)]);

    public static string Page(string tables, ComparisonOptions options) => $"""
        # Benchmarks

        Written by `./bench/run.sh`; run it again rather than edit this page. Ratios of one run mean more than its seconds.

        Every contender writes the same transactions to a file, in a process of its own that does nothing else; {options.Rounds} rounds taken in
        turn, medians. What is timed is the making of the file, without the start of any process:

        - **Platform** reads account, remittance and orders from its database (brought there by its own import), writes pain.008.001.08,
          hashes it, and flushes it to disk: the call that an approval makes, in the real host that has just started, shown the
          remittance once and written no file yet.
        - **The bare loop** is `System.Xml.XmlWriter` over rows made in memory: no database, no checks, no hash.
        - **npm sepa** and **npm sepa-xml** get the same rows made in memory, build their document and write it. Neither reads a database;
          sepa-xml knows only pain.008.001.02.

        Times are followed by the ratio to the bare loop of the same column: below 1 is faster. Count and sums of every first file are
        checked before it counts. Memory is the largest resident set during the first file; for Platform, in brackets, the growth above the
        idle host (resident set, managed heap).

        The import goes through the application services, each step one request with its commit; one wrong row stands beside every hundred
        good ones. Each cell: seconds.

        {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}.

        {tables}
        """;

    private static string Table<T>(string title, IReadOnlyList<T> rows, Func<T, string> name, ComparisonOptions options, Func<T, string> cell)
    {
        var text = new StringBuilder($"| {title} |");
        text.AppendJoin("", options.Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $" {count:N0} |"))).AppendLine();
        text.Append('|').Insert(text.Length, "---|", options.Counts.Length + 1).AppendLine();
        foreach (var row in rows.GroupBy(name))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Key} |").AppendJoin("", row.Select(r => $" {cell(r)} |")).AppendLine();
        }
        return text.ToString();
    }

    private static string Time(Result result, IReadOnlyList<Result> results, Func<Result, double> seconds)
    {
        var bare = seconds(results.First(other => other.Count == result.Count && other.Name == Contender.Bare));
        return string.Create(CultureInfo.InvariantCulture, $"{seconds(result):0.000} s, {seconds(result) / bare:0.0}x");
    }

    private static string Memory(Result result)
    {
        var growth = result.AboveIdleKilobytes == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $" (+{result.AboveIdleKilobytes / 1024d:0}, heap +{result.HeapAboveIdleKilobytes / 1024d:0})");
        return string.Create(CultureInfo.InvariantCulture, $"{result.PeakKilobytes / 1024} MiB{growth}");
    }

    private static List<(string Name, double Seconds)> Steps(IReadOnlyList<ProductStage> stages) =>
    [
        .. stages.SelectMany(stage => stage.Import.Steps.Select(step => ($"{stage.Database.Name}: {step.Key}", step.Value))),
        .. stages.Select(stage => ($"{stage.Database.Name}: both imports together", stage.Import.Steps.Take(6).Sum(step => step.Value))),
    ];

    private static string Step((string Name, double Seconds) step) => string.Create(CultureInfo.InvariantCulture, $"{step.Seconds:0.00}");
}
