using System.Globalization;

namespace Platform.Bench;

/// <summary>Figures of one database.</summary>
internal sealed record JourneyTimes(string Database, IReadOnlyDictionary<string, Outcome> Steps, IReadOnlyDictionary<string, double> BareImports);

/// <summary>An answer read in three ways, with nothing stored.</summary>
internal sealed record ReadingTimes(string Answer, long Bytes, Outcome Bare, Outcome Product, double Xmllint);

/// <summary>A remittance from its making to the bank's answers, each step in a host of its own, beside what the work cannot do without.</summary>
internal sealed class JourneyComparison(int count, int rounds)
{
    public static readonly IReadOnlyList<string> Answers = [JourneySteps.StatusReport, JourneySteps.Notification];

    public static async Task<int> RunAsync(ComparisonOptions options)
    {
        var root = Directory.CreateTempSubdirectory("platform-bench-").FullName;
        try
        {
            var comparison = new JourneyComparison(options.Counts[^1], options.Rounds);
            var page = comparison.Measure(root);
            Console.WriteLine(page);
            if (options.Report is { } file)
                await File.WriteAllTextAsync(file, page);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
        return 0;
    }

    private string Measure(string root)
    {
        var (times, readings, openSsl) = (new List<JourneyTimes>(), new List<ReadingTimes>(), 0d);
        foreach (var database in ProductDatabase.All())
        {
            var folder = Path.Combine(root, $"{Path.GetFileName(root)}-{database.Name}".ToLowerInvariant());
            database.Create(folder);
            times.Add(Measure(database, folder));
            if (readings.Count == 0)
            {
                readings.AddRange(Answers.Select(answer => Read(answer, JourneyAnswers.FileOf(answer, folder))));
                openSsl = OpenSsl.Sign(JourneyAnswers.FileOf(JourneySteps.Notification, folder), root);
            }
            database.Drop(folder);
        }
        return JourneyReport.Page(count, times, readings, openSsl);
    }

    private JourneyTimes Measure(ProductDatabase database, string folder)
    {
        Contender.Of("prepare", folder).Run(count.ToString(CultureInfo.InvariantCulture));
        var steps = JourneySteps.All.ToDictionary(step => step, step => Contender.Of("step", step, folder).Measure(count, "-"));
        var bare = Answers.ToDictionary(answer => answer, answer => Median(() => Contender.Of("store", folder).Measure(count, JourneyAnswers.FileOf(answer, folder)).First));
        return new JourneyTimes(database.Name, steps, bare);
    }

    // Each in turn, round by round, so that a busy moment falls on all of them.
    private ReadingTimes Read(string answer, string file)
    {
        var (bare, product, xmllint) = (new List<Outcome>(), new List<Outcome>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            bare.Add(Contender.Of("read", AnswerReading.Bare).Measure(count, file));
            product.Add(Contender.Of("read", AnswerReading.Product).Measure(count, file));
            xmllint.Add(AnswerReading.Xmllint(file));
        }
        if (product[0].Count != bare[0].Count || product[0].Count != count)
            throw new InvalidOperationException($"{answer}: {product[0].Count} orders read, {bare[0].Count} by the bare loop.");
        return new ReadingTimes(answer, new FileInfo(file).Length, Middle(bare), Middle(product), xmllint.Order().ElementAt(rounds / 2));
    }

    private double Median(Func<double> measure) => Enumerable.Range(0, rounds).Select(_ => measure()).Order().ElementAt(rounds / 2);

    private static Outcome Middle(List<Outcome> outcomes) => outcomes.OrderBy(outcome => outcome.Again).ElementAt(outcomes.Count / 2);
}
