namespace Platform.Bench;

internal sealed record Result(string Name, int Count, double Seconds, long PeakKilobytes);

internal static class Comparison
{
    public static int Run(ComparisonOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("platform-bench-").FullName;
        try
        {
            var results = options.Counts.SelectMany(count => Measure(Contender.All(options.Root), count, options.Rounds, folder)).ToList();
            var table = Report.Table(results, options);
            Console.WriteLine(table);
            if (options.Report is { } file)
            {
                File.WriteAllText(file, Report.Page(table, options));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    // Rounds go round the contenders, so that a busy moment of the machine falls on all of them; the median counts.
    private static IEnumerable<Result> Measure(IReadOnlyList<Contender> contenders, int count, int rounds, string folder)
    {
        var measured = contenders.ToDictionary(contender => contender, _ => new List<Measurement>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                var file = Path.Combine(folder, "out.xml");
                measured[contender].Add(contender.Measure(count, file));
                OutputCheck.Verify(contender.Name, file, count);
                File.Delete(file);
            }
        }
        return measured.Select(pair => new Result(
            pair.Key.Name,
            count,
            pair.Value.Select(measurement => measurement.Seconds).Order().ElementAt(rounds / 2),
            pair.Value.Max(measurement => measurement.PeakKilobytes)));
    }
}
