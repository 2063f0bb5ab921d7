using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Files that hold a secret: readable by their owner alone. <c>credential:NAME</c> is a file of the service manager's credentials
/// directory, whose own access rules count there instead of the file's mode.
/// </summary>
internal static class ProtectedFile
{
    private const string CredentialPrefix = "credential:";

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private static string? CredentialsDirectory => Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } path
        ? Path.GetFullPath(path)
        : null;

    public static bool IsCredential(string path) => path.StartsWith(CredentialPrefix, StringComparison.Ordinal);

    /// <summary>The path in the file system.</summary>
    /// <exception cref="KmsUnavailableException">Not configured, or a credential without a credentials directory.</exception>
    public static string Resolve(string path)
    {
        if (path.Length == 0) throw new KmsUnavailableException("No path of a key or PIN file is configured.");
        if (!IsCredential(path)) return Path.GetFullPath(path);

        var name = path[CredentialPrefix.Length..];
        if (name.Length == 0 || name != Path.GetFileName(name) || name is "." or "..")
            throw new KmsUnavailableException($"{path} is not the name of a credential.");
        var directory = CredentialsDirectory
            ?? throw new KmsUnavailableException($"{path} is configured, but CREDENTIALS_DIRECTORY is not set.");
        return Path.Combine(directory, name);
    }

    /// <summary>The whole content.</summary>
    /// <exception cref="KmsUnavailableException">Missing, not readable, too long, or accessible to others.</exception>
    public static SecretBuffer Read(string path, int maximumLength)
    {
        var file = Resolve(path);
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            CheckAccess(stream, file);
            if (stream.Length > maximumLength)
                throw new KmsUnavailableException($"{file} holds {stream.Length} bytes, at most {maximumLength} are expected.");
            return ReadAll(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KmsUnavailableException($"{file} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Puts the content there whole or not at all, and only when nothing is there.</summary>
    /// <returns>False: something is there already.</returns>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content)
    {
        var file = Resolve(path);
        try
        {
            return NewFile.TryWrite(file, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KmsUnavailableException($"{file} cannot be created: {exception.Message}", exception);
        }
    }

    private static SecretBuffer ReadAll(FileStream stream)
    {
        var content = new SecretBuffer((int)stream.Length);
        try
        {
            stream.ReadExactly(content.Span);
            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private static void CheckAccess(FileStream stream, string file)
    {
        if (OperatingSystem.IsWindows() || IsBelowCredentials(file)) return;
        if ((File.GetUnixFileMode(stream.SafeFileHandle) & OfOthers) != UnixFileMode.None)
            throw new KmsUnavailableException($"{file} is accessible to its group or to everyone; only its owner may have access (0600).");
    }

    private static bool IsBelowCredentials(string file) => CredentialsDirectory is { } directory &&
        file.StartsWith(Path.TrimEndingDirectorySeparator(directory) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
