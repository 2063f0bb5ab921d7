using System.Globalization;
using System.Runtime.InteropServices;

namespace Platform.Bench;

internal static class JourneyReport
{
    public static string Page(int count, IReadOnlyList<JourneyTimes> times, IReadOnlyList<ReadingTimes> readings, double openSsl) => string.Create(CultureInfo.InvariantCulture, $"""
        # Benchmarks of a remittance

        Written by `./bench/run.sh journey`; run it again rather than edit this page. Ratios of one run mean more than its seconds.

        A remittance of {count:N0} direct debits, from its making to the bank's answers. Each step is one request through the application services
        with its commit, in the real host that has just started and shown the list and the page of the remittance. Memory is the largest
        growth above that idle host: resident set, and managed heap in brackets. The bound is 64 MiB.

        | step | {string.Join(" | ", times.Select(t => $"{t.Database}, s | {t.Database}, MiB"))} |
        |---|{string.Concat(times.Select(_ => "---|---|"))}
        {Lines(JourneySteps.All.Select(step => $"| {step} | {string.Join(" | ", times.Select(t => Step(t.Steps[step])))} |"))}

        `openssl cms -sign` takes {openSsl:0.00} s to sign a file of that size, its start included; the product also issues the certificate in that step.

        ## Answers of the bank

        Reading alone, nothing stored, in a process of its own; seconds of the first file, of further ones, and the latter's ratio to a loop of
        `System.Xml.XmlReader` that takes three values an order. `xmllint --stream --noout` is a whole process.

        | answer | size, MiB | bare loop | product | ratio | xmllint --stream |
        |---|---|---|---|---|---|
        {Lines(readings.Select(Reading))}

        An import is beside the bare loop and, in one transaction, plain SQL for what no import can leave out: a row for each order, and its
        state, a thousand orders a batch. The product also keeps the file, hashes it, checks it, keeps each item with all it says,
        matches amounts, and writes the outcome, its audit and its notices. The bound is a ratio of 3.

        | import | {string.Join(" | ", times.Select(t => $"{t.Database}: bare, s | product, s | ratio"))} |
        |---|{string.Concat(times.Select(_ => "---|---|---|"))}
        {Lines(JourneyComparison.Answers.Select(answer => $"| {answer} | {string.Join(" | ", times.Select(t => Import(t, answer)))} |"))}

        {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}.

        """);

    private static string Step(Outcome step) => string.Create(
        CultureInfo.InvariantCulture, $"{step.First:0.00} | {step.AboveIdleKilobytes / 1024d:0} ({step.HeapAboveIdleKilobytes / 1024d:0})");

    private static string Reading(ReadingTimes r) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {r.Answer} | {r.Bytes / 1048576d:0} | {r.Bare.First:0.00}, {r.Bare.Again:0.00} | {r.Product.First:0.00}, {r.Product.Again:0.00} | {r.Product.Again / r.Bare.Again:0.0} | {r.Xmllint:0.00} |");

    private static string Import(JourneyTimes times, string answer)
    {
        var (bare, product) = (times.BareImports[answer], times.Steps[answer].First);
        return string.Create(CultureInfo.InvariantCulture, $"{bare:0.00} | {product:0.00} | {product / bare:0.0}");
    }

    private static string Lines(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines);
}
