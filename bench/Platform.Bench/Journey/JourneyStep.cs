namespace Platform.Bench;

/// <summary>One step in a host that has just started and shown the remittance; its memory is watched above that idle host's.</summary>
internal static class JourneyStep
{
    public static async Task<int> RunAsync(string step, string folder, int count)
    {
        await using var host = await ProductHost.StartAsync(folder);
        var steps = new JourneySteps(host, folder, count);
        await steps.PrepareAsync(step);
        var memory = new MemoryWatch();
        var (_, seconds) = await Timing.OnceAsync(async () =>
        {
            await steps.RunAsync(step);
            return true;
        });
        var above = memory.Stop();
        Outcome.Tell(new Outcome(seconds, null, above.PeakKilobytes) { AboveIdleKilobytes = above.AboveIdleKilobytes, HeapAboveIdleKilobytes = above.HeapAboveIdleKilobytes });
        return 0;
    }
}
