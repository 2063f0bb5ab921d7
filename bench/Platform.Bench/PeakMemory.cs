using System.Globalization;
using System.Text.Json;

namespace Platform.Bench;

/// <summary>The largest resident set of a process, told by the process itself in its last line of output.</summary>
internal static class PeakMemory
{
    public static void Report() => Console.WriteLine(JsonSerializer.Serialize(new { peakKilobytes = Kilobytes("VmHWM:") }));

    public static long Kilobytes(string field)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }

    public static long Parse(string output)
    {
        var last = output.TrimEnd().Split('\n')[^1];
        return JsonDocument.Parse(last).RootElement.GetProperty("peakKilobytes").GetInt64();
    }
}
