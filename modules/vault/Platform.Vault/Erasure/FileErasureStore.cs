using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>A file per secret in a folder that all hosts share, readable by their user only.</summary>
internal sealed class FileErasureStore(IConfiguration configuration) : IErasureStore, ISingletonDependency
{
    private const int Length = 32;

    private readonly string _root = Path.GetFullPath(configuration["Vault:ErasurePath"] ?? "data/vault-erasure");

    public Task<SecretBuffer> CreateAsync(Guid secretId, CancellationToken cancellationToken = default)
    {
        var part = SecretBuffer.Random(Length);
        var file = FileOf(secretId);
        CreateFolder(Path.GetDirectoryName(file)!);
        using (var stream = new FileStream(file, Options()))
        {
            stream.Write(part.Span);
            stream.Flush(flushToDisk: true);
        }

        return Task.FromResult(part);
    }

    public async Task<SecretBuffer?> ReadAsync(Guid secretId, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var stream = new FileStream(FileOf(secretId), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var part = new SecretBuffer(Length);
            stream.ReadExactly(part.Span);
            return part;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or EndOfStreamException)
        {
            // A missing part was erased; a missing store was mislaid.
            return Directory.Exists(_root) ? null : throw new BusinessException(VaultErrorCodes.ErasureStoreMissing, e);
        }
    }

    // Overwritten before it is unlinked, for file systems that write in place.
    public Task EraseAsync(Guid secretId, CancellationToken cancellationToken = default)
    {
        try
        {
            var file = FileOf(secretId);
            // Shared: two hosts may erase the same part at once, and both have it gone.
            using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
            {
                stream.Write(RandomNumberGenerator.GetBytes(Length));
                stream.Flush(flushToDisk: true);
            }

            File.Delete(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Erased already.
        }

        return Task.CompletedTask;
    }

    // The last digits are random: they spread, the first ones are the time.
    private string FileOf(Guid secretId)
    {
        var name = secretId.ToString("N");
        return Path.Combine(_root, name[^2..], name);
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
