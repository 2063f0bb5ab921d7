using System.Globalization;
using System.Runtime.InteropServices;

namespace Platform.Bench;

internal static class DirectoryReport
{
    public static string Page(int count, IReadOnlyList<DirectoryRow> rows) => string.Create(CultureInfo.InvariantCulture, $"""
        # Benchmarks of the directory

        Written by `./bench/run.sh directory`; run it again rather than edit this page.

        Finding one's accountant as one types, among {count:N0} firms, all of the type that is looked for. Whole requests over Kestrel, with token,
        company, membership and permission, one after the other; the bound is 50 ms. "Without" is the same request with one letter, which the
        directory is not asked for. The rows are vacuumed and analyzed first, as PostgreSQL does by itself some minutes after they come.

        | database | typed | | found | median, ms | 95 %, ms | without, ms |
        |---|---|---|---|---|---|---|
        {string.Join(Environment.NewLine, rows.Select(Row))}

        {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}.

        """);

    private static string Row(DirectoryRow r) => string.Create(
        CultureInfo.InvariantCulture, $"| {r.Database} | `{r.Text}` | {r.What} | {r.Found} | {r.Median:0.0} | {r.Slow:0.0} | {r.Without:0.0} |");
}
