using Microsoft.Extensions.Caching.Memory;

namespace Platform.Kernel;

/// <summary>Grants read before, each with the version of the company's rights that was current before they were read.</summary>
internal sealed class GrantCache(TimeProvider clock) : ISingletonDependency, IDisposable
{
    // A person in a company takes a kilobyte or two.
    private const int MostEntries = 20_000;
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    public Grants? Find(Guid userId, Guid tenantId, long version) =>
        _entries.TryGetValue((userId, tenantId), out Entry? found) && found!.Version == version && !IsOver(found.Grants) ? found.Grants : null;

    public void Keep(Guid userId, Guid tenantId, long version, Grants grants) =>
        _entries.Set((userId, tenantId), new Entry(version, grants), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unused });

    public void Dispose() => _entries.Dispose();

    private bool IsOver(Grants grants) => grants.ValidUntil <= clock.GetUtcNow().UtcDateTime;

    private sealed record Entry(long Version, Grants Grants);
}
