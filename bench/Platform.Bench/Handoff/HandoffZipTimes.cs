using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Bench;

/// <summary>Makes the handoff in a host that has just started; in another one, fetches its zip by turns with what <c>zip -0 -r</c> makes of the same files.</summary>
internal static class HandoffZipTimes
{
    public const string Download = "download", Zip = "zip", Resume = "resume";

    private const string Made = "handoff.txt";

    public static async Task<int> MakeAsync(string folder, string root)
    {
        await using var host = await StartAsync(folder);
        using var client = HandoffFill.Client(host, root);
        (await client.GetAsync(new Uri("handoffs", UriKind.Relative))).EnsureSuccessStatusCode();
        var memory = new MemoryWatch();
        var (id, seconds) = await Timing.OnceAsync(() => MakeAsync(client));
        Tell(seconds, memory.Stop(), []);
        await File.WriteAllTextAsync(Path.Combine(folder, Made), id.ToString());
        return 0;
    }

    public static async Task<int> FetchAsync(string folder, int rounds, string root)
    {
        var id = Guid.Parse(await File.ReadAllTextAsync(Path.Combine(folder, Made)));
        await using var host = await StartAsync(folder);
        using var client = HandoffFill.Client(host, root);
        (await client.GetAsync(new Uri($"handoffs/{id}", UriKind.Relative))).EnsureSuccessStatusCode();
        var (target, peer) = (Path.Combine(folder, "handoff.zip"), Path.Combine(folder, "peer.zip"));
        var (downloads, zips, memory) = (new List<double>(), new List<double>(), new MemoryWatch());
        for (var round = 0; round < rounds; round++)
        {
            zips.Add(Peer(folder, peer));
            downloads.Add(Curl(host, root, id, target));
        }

        var above = memory.Stop();
        Tell(Medians.Of(downloads), above, new Dictionary<string, double>
        {
            [Download] = Medians.Of(downloads),
            [Zip] = Medians.Of(zips),
            [Resume] = ResumeAndCompare(host, root, id, target),
        });
        return 0;
    }

    private static Task<ProductHost> StartAsync(string folder) =>
        ProductHost.StartAsync<AccessModule>(folder, "--Demo:Enabled=true", "--App:BaseUrl=https://platform.example");

    private static void Tell(double seconds, MemoryGrowth above, Dictionary<string, double> steps) => Outcome.Tell(new Outcome(seconds, null, above.PeakKilobytes)
    {
        AboveIdleKilobytes = above.AboveIdleKilobytes,
        HeapAboveIdleKilobytes = above.HeapAboveIdleKilobytes,
        Steps = steps,
    });

    private static async Task<Guid> MakeAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("handoffs", new { key = Guid.CreateVersion7(), choice = new { } });
        answer.EnsureSuccessStatusCode();
        using var handoff = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return handoff.RootElement.GetProperty("head").GetProperty("id").GetGuid();
    }

    // A download that broke off at two thirds goes on from there, and the whole is the same file.
    private static double ResumeAndCompare(ProductHost host, string root, Guid id, string whole)
    {
        var half = whole + ".resumed";
        var cut = new FileInfo(whole).Length * 2 / 3;
        Curl(host, root, id, half, "-r", string.Create(CultureInfo.InvariantCulture, $"0-{cut - 1}"));
        var rest = Curl(host, root, id, half, "-C", "-");
        Programs.Run("cmp", whole, half);
        File.Delete(half);
        Programs.Run("unzip", "-tqq", whole);
        Programs.Run("python3", "-c", "import sys, zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)", whole);
        return rest;
    }

    private static double Peer(string folder, string target)
    {
        File.Delete(target);
        return Programs.Run("zip", "-0", "-r", "-q", target, System.IO.Directory.GetDirectories(Path.Combine(folder, "blobs"), "documents", SearchOption.AllDirectories).Single());
    }

    private static double Curl(ProductHost host, string root, Guid id, string target, params string[] more) => Programs.Run(
        "curl", [.. more, "-sSf", "-H", $"Authorization: Bearer {DemoPerson.TokenOf(root, "amelie@")}", "-o", target, $"{host.Url}api/t/lefevre/handoffs/{id}/zip"]);
}

internal static class Programs
{
    /// <summary>Seconds of the whole process.</summary>
    public static double Run(string program, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{program}: {said}");
    }
}
