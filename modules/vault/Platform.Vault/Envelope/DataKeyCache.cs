using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Unwrapped data keys of this host, bounded by age, uses and number, and zeroed when they go. A key is found only by the binding it
/// was unwrapped with.
/// </summary>
internal sealed class DataKeyCache(IConfiguration configuration, TimeProvider clock) : ISingletonDependency, IDisposable
{
    private readonly TimeSpan _age = TimeSpan.FromSeconds(configuration.GetValue("Vault:Cache:Seconds", 300));
    private readonly int _uses = configuration.GetValue("Vault:Cache:Uses", 1_000);
    private readonly int _keys = configuration.GetValue("Vault:Cache:Keys", 2_000);
    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();

    /// <summary>Opens with the cached key, or answers null when there is none for this very wrapped key and binding.</summary>
    public SecretBuffer? TryOpen(SealedSecret secret, ReadOnlySpan<byte> bindingHash)
    {
        if (!_entries.TryGetValue(secret.Id, out var entry))
            return null;
        lock (entry)
        {
            if (entry.IsUsable(secret, bindingHash, clock.GetTimestamp()))
                return SealedBytes.Open(entry.Cipher, secret.Ciphertext, EnvelopeContext.Secret(bindingHash, secret.Id, secret.DataKeyVersion));
        }

        Forget(secret.Id);
        return null;
    }

    /// <summary>Takes the key over.</summary>
    public void Add(SealedSecret secret, byte[] bindingHash, SecretBuffer key)
    {
        if (_entries.Count >= _keys)
            Forget(_entries.MinBy(e => e.Value.Until).Key);
        var until = clock.GetTimestamp() + (long)(_age.TotalSeconds * clock.TimestampFrequency);
        var added = new Entry(secret, bindingHash, key, until, _uses);
        if (_entries.TryGetValue(secret.Id, out var old) && _entries.TryUpdate(secret.Id, added, old))
            old.Dispose();
        else if (!_entries.TryAdd(secret.Id, added))
            added.Dispose();
    }

    public void Forget(Guid secretId)
    {
        if (_entries.TryRemove(secretId, out var entry))
            entry.Dispose();
    }

    public void Dispose()
    {
        foreach (var id in _entries.Keys)
            Forget(id);
    }

    private sealed class Entry(SealedSecret read, byte[] bindingHash, SecretBuffer key, long until, int uses) : IDisposable
    {
        private readonly byte[] _wrapped = read.WrappedDataKey;
        private readonly int _masterKeyVersion = read.MasterKeyVersion;
        private int _left = uses;
        private bool _gone;

        public AesGcm Cipher { get; } = Take(key);

        public long Until { get; } = until;

        public bool IsUsable(SealedSecret secret, ReadOnlySpan<byte> hash, long now) =>
            !_gone && now < Until && _left-- > 0 && hash.SequenceEqual(bindingHash)
            && secret.MasterKeyVersion == _masterKeyVersion && secret.WrappedDataKey.AsSpan().SequenceEqual(_wrapped);

        public void Dispose()
        {
            lock (this)
            {
                _gone = true;
                Cipher.Dispose();
            }
        }

        private static AesGcm Take(SecretBuffer key)
        {
            using (key)
                return SealedBytes.Cipher(key.Span);
        }
    }
}
