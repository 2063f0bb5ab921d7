using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Blobs as files, one folder per company. A blob appears under its name only when it is whole and on disk.</summary>
internal sealed partial class FileBlobContainer(ICurrentTenant tenant, IConfiguration configuration) : IBlobContainer, ISingletonDependency
{
    private const int BufferSize = 128 * 1024;
    private readonly string _root = Path.GetFullPath(configuration["Blobs:Path"] ?? "data/blobs");

    public async Task SaveAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken = default)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, useAsync: false))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (!NewFile.TryPublish(draft, path))
                throw new BusinessException("Platform:BlobExists").WithData("name", name);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public Task<Stream> OpenReadAsync(string name, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EntityNotFoundException();
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        // Without its folder there is no blob either.
        if (PathOf(name) is var path && File.Exists(path))
            File.Delete(path);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        var own = Own();
        var path = folder.Length == 0 ? own : PathOf(folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(own, f).Replace('\\', '/')).ToAsyncEnumerable()
            : AsyncEnumerable.Empty<string>();
    }

    private string PathOf(string name) => SafeName().IsMatch(name)
        ? Path.Combine(Own(), name)
        : throw new BusinessException("Platform:BlobName").WithData("name", name);

    private string Own() => Path.Combine(_root, (tenant.Id ?? Guid.Empty).ToString("N"));

    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SafeName();
}
