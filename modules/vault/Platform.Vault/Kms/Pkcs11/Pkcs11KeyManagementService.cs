using System.Globalization;

namespace Platform.Vault;

/// <summary>Wraps inside a hardware security module, by PKCS#11. The key of the highest version wraps, all unwrap.</summary>
internal sealed class Pkcs11KeyManagementService(Pkcs11Options options) : IKeyManagementService, IDisposable
{
    private const string Prefix = "pkcs11:";

    private readonly Lock _lock = new();
    private readonly Pkcs11Connection _connection = new(options);
    private Pkcs11Token? _token;
    private Pkcs11Session? _session;

    public string Provider => "pkcs11";

    /// <summary>Whether the first key is generated when the token has none. False as soon as something was ever wrapped.</summary>
    public bool MayCreate { get; set; } = true;

    public Task<string> GetCurrentKeyIdAsync(CancellationToken cancellationToken = default) =>
        UseAsync(session => Prefix + LabelOf(CurrentVersion(session)));

    public Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default)
    {
        KmsArguments.Check(key, context);
        return UseAsync(session =>
        {
            var label = LabelOf(CurrentVersion(session));
            var wrappingKey = session.FindAesKeys(label)[0];
            var gcm = MayEncrypt() && session.CanEncrypt(wrappingKey);
            return new WrappedKey(Prefix + label, new Pkcs11Wrapping(session).Wrap(wrappingKey, gcm, key.Span, context.Span));
        });
    }

    public Task<SecretBuffer> UnwrapAsync(WrappedKey wrapped, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default)
    {
        KmsArguments.Check(context);
        return UseAsync(session => Unwrap(session, wrapped, context.Span));
    }

    /// <summary>The next version, which wraps from now on.</summary>
    /// <returns>Its key id.</returns>
    public Task<string> CreateKeyAsync() => UseAsync(session => Prefix + Generate(session, Versions(session).DefaultIfEmpty().Max() + 1));

    /// <summary>Destroys a key for good: what it wrapped is lost.</summary>
    /// <exception cref="KmsRefusedException">The current key, or none of this service.</exception>
    public Task DestroyKeyAsync(string keyId) => UseAsync(session =>
    {
        // Its version would be given out again, and one id would stand for two keys.
        if (keyId == Prefix + LabelOf(Versions(session).DefaultIfEmpty().Max()))
            throw new KmsRefusedException($"{keyId} is the current key: create the next one first.");
        foreach (var key in KeysOf(session, keyId)) session.Destroy(key);
        return keyId;
    });

    public void Dispose()
    {
        lock (_lock)
        {
            Close();
            _connection.Dispose();
        }
    }

    private static SecretBuffer UnwrapByAny(Pkcs11Session session, List<nuint> keys, WrappedKey wrapped, ReadOnlySpan<byte> context)
    {
        var wrapping = new Pkcs11Wrapping(session);
        foreach (var key in keys[..^1])
        {
            try
            {
                return wrapping.Unwrap(key, wrapped.Bytes, context);
            }
            catch (KmsRefusedException)
            {
                // Two hosts that set up the same token at the same moment leave two keys of one label.
                continue;
            }
        }
        return wrapping.Unwrap(keys[^1], wrapped.Bytes, context);
    }

    private SecretBuffer Unwrap(Pkcs11Session session, WrappedKey wrapped, ReadOnlySpan<byte> context) =>
        UnwrapByAny(session, KeysOf(session, wrapped.KeyId), wrapped, context);

    private List<nuint> KeysOf(Pkcs11Session session, string keyId)
    {
        var known = keyId.StartsWith(Prefix, StringComparison.Ordinal) && VersionOf(keyId[Prefix.Length..]) is not null;
        var keys = known ? session.FindAesKeys(keyId[Prefix.Length..]) : [];
        return keys.Count > 0 ? keys : throw new KmsRefusedException($"The token has no key {keyId}.");
    }

    private int CurrentVersion(Pkcs11Session session)
    {
        if (Versions(session) is { Count: > 0 } versions) return versions.Max();
        if (!MayCreate) throw new KmsUnavailableException($"The token has no key labelled {LabelOf(1)} or later.");
        Generate(session, 1);
        return 1;
    }

    private string Generate(Pkcs11Session session, int version)
    {
        session.GenerateKey(LabelOf(version), encrypts: MayEncrypt());
        return LabelOf(version);
    }

    private List<int> Versions(Pkcs11Session session) =>
        [.. session.FindAesKeys().Select(key => VersionOf(session.LabelOf(key))).OfType<int>()];

    private bool MayEncrypt() => !options.KeyWrapOnly && _token!.Supports(Pkcs11Mechanism.AesGcm);

    private string LabelOf(int version) => string.Create(CultureInfo.InvariantCulture, $"{options.KeyLabel}-{version}");

    private int? VersionOf(string label) =>
        label.StartsWith(options.KeyLabel + "-", StringComparison.Ordinal)
        && int.TryParse(label.AsSpan(options.KeyLabel.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && LabelOf(version) == label
            ? version
            : null;

    private Task<T> UseAsync<T>(Func<Pkcs11Session, T> work)
    {
        lock (_lock)
        {
            try
            {
                if (_session is null) (_token, _session) = _connection.Open();
                return Task.FromResult(work(_session));
            }
            catch (Pkcs11Exception exception)
            {
                // Whatever the reason, a fresh session is the way back; the next call opens it.
                Close();
                throw new KmsUnavailableException($"The token cannot be asked: {exception.Message}", exception);
            }
        }
    }

    private void Close()
    {
        _session?.Dispose();
        (_token, _session) = (null, null);
    }
}
