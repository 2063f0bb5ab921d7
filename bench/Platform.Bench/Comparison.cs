namespace Platform.Bench;

internal sealed record Result(string Name, int Count, double First, double Again, long PeakKilobytes, long AboveIdleKilobytes, long HeapAboveIdleKilobytes);

internal static class Comparison
{
    public static int Run(ComparisonOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("platform-bench-").FullName;
        try
        {
            var (results, stages) = Measure(options, folder);
            var tables = Report.Tables(results, stages, options);
            Console.WriteLine(tables);
            if (options.Report is { } file)
                File.WriteAllText(file, Report.Page(tables, options));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static (List<Result> Results, List<ProductStage> Stages) Measure(ComparisonOptions options, string folder)
    {
        var (results, stages) = (new List<Result>(), new List<ProductStage>());
        foreach (var count in options.Counts)
        {
            var prepared = ProductDatabase.All().Select(database => ProductStage.Prepare(database, count, folder)).ToList();
            results.AddRange(Measure([.. Contender.All(options.Root, prepared)], count, options.Rounds, folder));
            prepared.ForEach(stage => stage.Dispose());
            stages.AddRange(prepared);
        }
        return (results, stages);
    }

    // Rounds go round the contenders, so that a busy moment of the machine falls on all of them; the median counts.
    private static IEnumerable<Result> Measure(IReadOnlyList<Contender> contenders, int count, int rounds, string folder)
    {
        var measured = contenders.ToDictionary(contender => contender, _ => new List<Outcome>());
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
            Median(pair.Value, outcome => outcome.First),
            Median(pair.Value, outcome => outcome.Again!.Value),
            pair.Value.Max(outcome => outcome.PeakKilobytes),
            pair.Value.Max(outcome => outcome.AboveIdleKilobytes),
            pair.Value.Max(outcome => outcome.HeapAboveIdleKilobytes)));
    }

    private static double Median(List<Outcome> outcomes, Func<Outcome, double> value) => outcomes.Select(value).Order().ElementAt(outcomes.Count / 2);
}
