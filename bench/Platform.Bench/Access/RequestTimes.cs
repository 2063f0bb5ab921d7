using System.Diagnostics;
using System.Net.Http.Headers;

namespace Platform.Bench;

/// <summary>A whole request over Kestrel, in microseconds: token, company and membership are read by both.</summary>
/// <param name="Open">Asks for a signed-in member only.</param>
/// <param name="Guarded">Asks for three permissions more.</param>
internal sealed record RequestTimes(double Open, double Guarded)
{
    /// <summary>How many of <see cref="Guarded"/> are permission checks.</summary>
    public const int Checks = 3;

    private const int WarmUp = 300;
    private const int Pairs = 3000;

    // In turns, request by request: what else the machine does falls on both alike.
    public static async Task<RequestTimes> MeasureAsync(ProductHost host, string token)
    {
        using var client = new HttpClient { BaseAddress = host.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var (open, guarded) = (new List<double>(), new List<double>());
        for (var pair = -WarmUp; pair < Pairs; pair++)
        {
            var first = await MicrosecondsAsync(client, AccessModule.Open);
            var second = await MicrosecondsAsync(client, AccessModule.Guarded);
            if (pair < 0)
                continue;
            open.Add(first);
            guarded.Add(second);
        }

        return new RequestTimes(Medians.Of(open), Medians.Of(guarded));
    }

    private static async Task<double> MicrosecondsAsync(HttpClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
