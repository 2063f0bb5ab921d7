namespace Platform.Bench;

internal sealed record MemoryGrowth(long PeakKilobytes, long AboveIdleKilobytes, long HeapAboveIdleKilobytes);

/// <summary>Looks at this process every two milliseconds; idle is what it held, after a collection, when the watch began.</summary>
internal sealed class MemoryWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);

    private readonly Thread _thread;
    private readonly long _idle;
    private readonly long _idleHeap;
    private long _peak;
    private long _peakHeap;
    private volatile bool _stopped;

    public MemoryWatch()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        (_idle, _idleHeap) = (PeakMemory.Kilobytes("VmRSS:"), GC.GetTotalMemory(forceFullCollection: true));
        (_peak, _peakHeap) = (_idle, _idleHeap);
        _thread = new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _thread.Start();
    }

    public MemoryGrowth Stop()
    {
        _stopped = true;
        _thread.Join();
        return new MemoryGrowth(_peak, _peak - _idle, (_peakHeap - _idleHeap) / 1024);
    }

    private void Watch()
    {
        while (!_stopped)
        {
            _peak = Math.Max(_peak, PeakMemory.Kilobytes("VmRSS:"));
            _peakHeap = Math.Max(_peakHeap, GC.GetTotalMemory(forceFullCollection: false));
            Thread.Sleep(Interval);
        }
    }
}
