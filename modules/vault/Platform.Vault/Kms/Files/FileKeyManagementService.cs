namespace Platform.Vault;

/// <summary>
/// Wraps with a key in a file: no set-up, and the protection of the file system. Rotation: the key file moves to
/// <see cref="FileKmsOptions.PreviousPath"/> and a new one takes its place.
/// </summary>
internal sealed class FileKeyManagementService(FileKmsOptions options) : IKeyManagementService, IDisposable
{
    private readonly Lock _lock = new();
    private FileKey? _current;
    private FileKey? _previous;

    public string Provider => "file";

    /// <summary>
    /// Whether a missing key file is created. False as soon as something was ever wrapped: then a missing file is a fault, and a new
    /// key would only hide it.
    /// </summary>
    public bool MayCreate { get; set; } = true;

    public Task<string> GetCurrentKeyIdAsync(CancellationToken cancellationToken = default) => Task.FromResult(Current().Id);

    public Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default)
    {
        KmsArguments.Check(key, context);
        var current = Current();
        return Task.FromResult(new WrappedKey(current.Id, current.Wrap(key.Span, context.Span)));
    }

    public Task<SecretBuffer> UnwrapAsync(WrappedKey wrapped, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default)
    {
        KmsArguments.Check(context);
        // Something was wrapped before: a missing file is a fault then, unless a rotation has just moved it away.
        MayCreate &= options.PreviousPath.Length > 0;
        return Task.FromResult(KeyOf(wrapped.KeyId).Unwrap(wrapped.Bytes, context.Span));
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _current?.Dispose();
            _previous?.Dispose();
        }
    }

    private FileKey KeyOf(string keyId)
    {
        if (Current() is var current && current.Id == keyId) return current;
        if (Previous() is { } previous && previous.Id == keyId) return previous;
        throw new KmsRefusedException($"No key file holds the key {keyId}.");
    }

    private FileKey Current()
    {
        lock (_lock) return _current ??= ReadOrCreate();
    }

    private FileKey? Previous()
    {
        if (options.PreviousPath.Length == 0) return null;
        lock (_lock) return _previous ??= FileKey.Read(options.PreviousPath);
    }

    private FileKey ReadOrCreate()
    {
        if (MayCreate && !ProtectedFile.IsCredential(options.Path) && !File.Exists(ProtectedFile.Resolve(options.Path)))
        {
            using var key = SecretBuffer.Random(FileKey.Length);
            // Another host may have been first: what counts is the file.
            ProtectedFile.TryCreate(options.Path, key.Span);
        }
        return FileKey.Read(options.Path);
    }
}
