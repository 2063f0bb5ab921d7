using System.Globalization;

namespace Platform.Bench;

/// <summary>Figures of one database.</summary>
internal sealed record HandoffTimes(string Database, Outcome Make, Outcome Fetch);

/// <summary>A large handoff: its zip over HTTP beside <c>zip -0 -r</c>, and the memory it takes.</summary>
internal static class HandoffComparison
{
    private const long Bytes = 2L << 30;

    public static async Task<int> RunAsync(ComparisonOptions options)
    {
        var root = System.IO.Directory.CreateTempSubdirectory("platform-bench-").FullName;
        var (count, times) = (options.Counts[^1], new List<HandoffTimes>());
        foreach (var database in ProductDatabase.All())
        {
            var folder = Path.Combine(root, $"{Path.GetFileName(root)}-{database.Name}".ToLowerInvariant());
            database.Create(folder);
            Programs.Run("dotnet", Path.Combine(AppContext.BaseDirectory, "Platform.Bench.dll"), "handoff-fill", folder, Text(count), Text(Bytes), options.Root);
            var make = Contender.Of("handoff-make", folder).Run(options.Root);
            times.Add(new HandoffTimes(database.Name, make, Contender.Of("handoff-zip", folder).Run(Text(options.Rounds), options.Root)));
            database.Drop(folder);
        }

        System.IO.Directory.Delete(root, recursive: true);
        var page = HandoffReport.Page(count, Bytes, times);
        Console.WriteLine(page);
        if (options.Report is { } file)
            await File.WriteAllTextAsync(file, page);
        return 0;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
