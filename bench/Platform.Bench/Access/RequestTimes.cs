using System.Diagnostics;
using System.Net.Http.Headers;

namespace Platform.Bench;

/// <summary>A whole request over Kestrel, in microseconds: token, company and membership are read by all.</summary>
/// <param name="Open">Asks for a signed-in member only.</param>
/// <param name="Same">Median of what another endpoint of that kind takes longer in the same turn: how exact this is.</param>
/// <param name="Added">Median of what three permissions more take longer in the same turn.</param>
internal sealed record RequestTimes(double Open, double Same, double Added)
{
    /// <summary>How many permission checks <see cref="Added"/> is for.</summary>
    public const int Checks = 3;

    private const int WarmUp = 500;
    private const int Turns = 6000;

    private static readonly string[] Contenders = [AccessModule.Open, AccessModule.Same, AccessModule.Guarded];

    // Three turns let each go first, second and third once: who goes after whom costs more than a check does.
    private static readonly int[][] Orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1], [2, 0, 1], [1, 0, 2]];

    public static async Task<RequestTimes> MeasureAsync(ProductHost host, string token)
    {
        using var client = new HttpClient { BaseAddress = host.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var turns = new List<double[]>();
        for (var turn = -WarmUp; turn < Turns; turn++)
        {
            var times = await TurnAsync(client, Orders[(turn + WarmUp) % Orders.Length]);
            if (turn >= 0)
                turns.Add(times);
        }

        return new RequestTimes(Medians.Of([.. turns.Select(t => t[0])]), Medians.Of([.. turns.Select(t => t[1] - t[0])]), Medians.Of([.. turns.Select(t => t[2] - t[0])]));
    }

    private static async Task<double[]> TurnAsync(HttpClient client, int[] order)
    {
        var times = new double[Contenders.Length];
        foreach (var contender in order)
            times[contender] = await MicrosecondsAsync(client, Contenders[contender]);
        return times;
    }

    private static async Task<double> MicrosecondsAsync(HttpClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
