using System.Text.Json;

namespace Platform.Bench;

/// <summary>What a measured process tells in the last line of its output.</summary>
/// <param name="First">Seconds of the first file of the process.</param>
/// <param name="Again">Median seconds of further files in the same process.</param>
/// <param name="PeakKilobytes">Largest resident set while the first file was made.</param>
internal sealed record Outcome(double First, double? Again, long PeakKilobytes)
{
    public long AboveIdleKilobytes { get; init; }

    public long HeapAboveIdleKilobytes { get; init; }

    /// <summary>What was read, where that is what was done.</summary>
    public int Count { get; init; }

    public IReadOnlyDictionary<string, double> Steps { get; init; } = new Dictionary<string, double>();

    public static void Tell(Outcome outcome) => Console.WriteLine(JsonSerializer.Serialize(outcome, JsonSerializerOptions.Web));

    public static Outcome Parse(string output)
    {
        var line = output.Split('\n').Last(line => line.StartsWith('{'));
        return JsonSerializer.Deserialize<Outcome>(line, JsonSerializerOptions.Web)!;
    }
}
