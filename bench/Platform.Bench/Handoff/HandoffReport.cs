using System.Globalization;
using System.Runtime.InteropServices;

namespace Platform.Bench;

internal static class HandoffReport
{
    public static string Page(int count, long bytes, IReadOnlyList<HandoffTimes> times) => string.Create(CultureInfo.InvariantCulture, $"""
        # Benchmarks of handoffs

        Written by `./bench/run.sh handoff`; run it again rather than edit this page. Ratios of one run mean more than its seconds.

        One handoff of {count:N0} documents, {bytes >> 20:N0} MiB, uploaded through the API. A host that has just started makes it, another one sends its
        zip to `curl` over HTTP, by turns with `zip -0 -r` of the same files; both write to the same disk. The bound is twice the time of `zip`. Memory
        is the largest growth above the idle host: resident set, and managed heap in brackets. The bound for the download is 64 MiB.

        A download that broke off at two thirds went on from there to the same bytes (`cmp`); `unzip -t` and Python's `zipfile` read all of it.

        | database | making it, s | MiB | download, s | zip -0 -r, s | ratio | the last third, s | MiB |
        |---|---|---|---|---|---|---|---|
        {string.Join(Environment.NewLine, times.Select(Row))}

        {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}.

        """);

    private static string Row(HandoffTimes t)
    {
        var s = t.Fetch.Steps;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {t.Database} | {t.Make.First:0.0} | {Memory(t.Make)} | {s[HandoffZipTimes.Download]:0.0} | {s[HandoffZipTimes.Zip]:0.0} | {s[HandoffZipTimes.Download] / s[HandoffZipTimes.Zip]:0.00} | {s[HandoffZipTimes.Resume]:0.0} | {Memory(t.Fetch)} |");
    }

    private static string Memory(Outcome outcome) => string.Create(CultureInfo.InvariantCulture, $"{outcome.AboveIdleKilobytes / 1024} ({outcome.HeapAboveIdleKilobytes / 1024})");
}
