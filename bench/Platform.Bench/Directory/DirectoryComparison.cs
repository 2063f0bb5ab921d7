using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Npgsql;

namespace Platform.Bench;

/// <summary>Finding an accountant as one types, in a large directory.</summary>
internal static class DirectoryComparison
{
    private const int WarmUp = 10;
    private const int Rounds = 60;

    public static async Task<int> RunAsync(ComparisonOptions options)
    {
        var root = System.IO.Directory.CreateTempSubdirectory("platform-bench-").FullName;
        var (count, rows) = (options.Counts[^1], new List<DirectoryRow>());
        foreach (var database in ProductDatabase.All())
        {
            var folder = Path.Combine(root, $"{Path.GetFileName(root)}-{database.Name}".ToLowerInvariant());
            database.Create(folder);
            await using (var host = await ProductHost.StartAsync<AccessModule>(folder, "--Demo:Enabled=true"))
                rows.AddRange(await MeasureAsync(database, host, folder, count, DemoPerson.TokenOf(options.Root, "amelie@")));
            database.Drop(folder);
        }

        System.IO.Directory.Delete(root, recursive: true);
        var page = DirectoryReport.Page(count, rows);
        Console.WriteLine(page);
        if (options.Report is { } file)
            await File.WriteAllTextAsync(file, page);
        return 0;
    }

    /// <summary>What somebody has typed so far, from what every firm has to what none has.</summary>
    private static IEnumerable<(string What, string Text)> Searches(int count)
    {
        var (last, vat) = DirectoryRows.Firm(count - 1);
        yield return ("two letters that all have", "fr");
        yield return ("a word that a fifth has", "cabinet");
        yield return ("such a word late in the alphabet", "societe");
        yield return ("one that begins no name", "expertise");
        yield return ("a town, at the end of names", "orleans");
        yield return ("accents left out", "lefevre besancon");
        yield return ("two words in any order", "geneve peeters");
        yield return ("two common words that never meet", "cabinet fiduciaire");
        yield return ("a whole name", last);
        yield return ("a VAT number, with spaces", $"{vat[..2]} {vat[2..4]} {vat[4..7]} {vat[7..10]} {vat[10..]}");
        yield return ("a part of a VAT number, no prefix", vat[5..]);
        yield return ("what nobody has", "zzyzx");
        yield return ("what nobody has, however its ligature is written", "zzyzoex");
        yield return ("two letters that begin no word", "zx");
        yield return ("two pairs of letters", "zx qy");
    }

    private static async Task<List<DirectoryRow>> MeasureAsync(ProductDatabase database, ProductHost host, string folder, int count, string token)
    {
        await using var connection = ProductDatabase.Connect(folder);
        await connection.OpenAsync();
        await DirectoryRows.FillAsync(connection, count);
        await using var analyze = connection.CreateCommand();
        // What PostgreSQL does by itself some minutes after so many rows.
        analyze.CommandText = connection is NpgsqlConnection ? "VACUUM ANALYZE" : "ANALYZE";
        await analyze.ExecuteNonQueryAsync();
        using var client = new HttpClient { BaseAddress = host.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var rows = new List<DirectoryRow>();
        foreach (var (what, text) in Searches(count))
            rows.Add(await MeasureAsync(client, database.Name, what, text));
        return rows;
    }

    private static async Task<DirectoryRow> MeasureAsync(HttpClient client, string database, string what, string text)
    {
        var (times, rest, found) = (new List<double>(), new List<double>(), 0);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var (all, matches) = await TakeAsync(client, text);
            // One letter is refused before the directory is asked: what the request costs without it.
            var (without, _) = await TakeAsync(client, "z");
            if (round < 0)
                continue;
            times.Add(all);
            rest.Add(without);
            found = matches;
        }

        return new DirectoryRow(database, what, text, found, Medians.Of(times), times.Order().ElementAt(Rounds * 95 / 100), Medians.Of(rest));
    }

    private static async Task<(double Milliseconds, int Matches)> TakeAsync(HttpClient client, string text)
    {
        var watch = Stopwatch.StartNew();
        var answer = await client.GetByteArrayAsync(new Uri($"/api/t/lefevre/accountant/firms?search={Uri.EscapeDataString(text)}", UriKind.Relative));
        var taken = watch.Elapsed.TotalMilliseconds;
        using var matches = JsonDocument.Parse(answer);
        return (taken, matches.RootElement.GetArrayLength());
    }
}

/// <summary>One search: median and 95th percentile of whole requests, and the median of a request that does not ask the directory; milliseconds.</summary>
internal sealed record DirectoryRow(string Database, string What, string Text, int Found, double Median, double Slow, double Without);
