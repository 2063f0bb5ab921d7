using System.Diagnostics;
using System.Globalization;

namespace Platform.Bench;

internal sealed record Measurement(double Seconds, long PeakKilobytes);

/// <summary>A program that writes COUNT transactions to FILE and ends its output with its peak memory.</summary>
internal sealed record Contender(string Name, string Program, params string[] Arguments)
{
    public static IReadOnlyList<Contender> All(string root)
    {
        var self = Path.Combine(AppContext.BaseDirectory, "Platform.Bench.dll");
        var peers = Path.Combine(root, "bench", "peers");
        return
        [
            new("bare XmlWriter loop", "dotnet", self, "bare"),
            new("npm sepa 3.0.0", "node", Path.Combine(peers, "sepa.mjs")),
            new("npm sepa-xml 0.6.0", "node", Path.Combine(peers, "sepa-xml.mjs")),
        ];
    }

    public Measurement Measure(int count, string file)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Program, [.. Arguments, count.ToString(CultureInfo.InvariantCulture), file])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Name} ended with exit code {process.ExitCode}");
        }
        return new Measurement(watch.Elapsed.TotalSeconds, PeakMemory.Parse(output));
    }
}
