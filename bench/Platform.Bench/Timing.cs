using System.Diagnostics;

namespace Platform.Bench;

internal static class Timing
{
    /// <summary>How often the same is done again in one process; bench/peers/rows.mjs has the same number.</summary>
    private const int Repetitions = 7;

    public static async Task<(T Result, double Seconds)> OnceAsync<T>(Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        return (result, watch.Elapsed.TotalSeconds);
    }

    public static async Task<double> MedianAsync(Func<Task> work)
    {
        var seconds = new List<double>();
        for (var i = 0; i < Repetitions; i++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
        return seconds.Order().ElementAt(Repetitions / 2);
    }
}
