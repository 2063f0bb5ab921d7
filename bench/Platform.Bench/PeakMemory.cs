using System.Globalization;

namespace Platform.Bench;

/// <summary>Memory of this process as Linux counts it.</summary>
internal static class PeakMemory
{
    /// <param name="field">VmHWM: for the largest resident set so far, VmRSS: for the present one.</param>
    public static long Kilobytes(string field)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }
}
