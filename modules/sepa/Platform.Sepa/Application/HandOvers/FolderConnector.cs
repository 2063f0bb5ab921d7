using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Lays each remittance, with its signatures, into a folder of its own below "Sepa:HandOverFolder"/company, where the bank software of the
/// operator fetches it. The folder appears under its name in one step, so it is never seen half-written.
/// </summary>
internal sealed class FolderConnector(IConfiguration configuration) : IBankConnector, ISingletonDependency
{
    private readonly string? _root = configuration["Sepa:HandOverFolder"];

    public string Name => "Folder";

    public bool IsAvailable => !string.IsNullOrEmpty(_root);

    public async Task StageAsync(BankDelivery delivery, Stream file, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateDirectory(StagingOf(delivery)).FullName;
        await WriteAsync(Path.Combine(folder, delivery.FileName), s => file.CopyToAsync(s, cancellationToken));
        foreach (var signature in delivery.Signatures)
            await WriteAsync(Path.Combine(folder, signature.FileName), s => s.WriteAsync(signature.Content, cancellationToken).AsTask());
    }

    public Task ReleaseAsync(BankDelivery delivery, CancellationToken cancellationToken = default)
    {
        var (staged, mark) = (StagingOf(delivery), $"{StagingOf(delivery)}.released");
        // Files that vanished are no hand-over: only a mark that stands beside them says that their step was begun.
        if (!Directory.Exists(staged))
            return File.Exists(mark) ? Task.CompletedTask : throw new DirectoryNotFoundException($"What was staged as {delivery.Attempt} is gone.");
        File.WriteAllText(mark, delivery.Number);
        Directory.Move(staged, Path.Combine(_root!, delivery.Company, delivery.Number));
        return Task.CompletedTask;
    }

    private string StagingOf(BankDelivery delivery) => Path.Combine(_root!, delivery.Company, ".staging", $"{delivery.Attempt:N}");

    private static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
        await write(file);
        file.Flush(flushToDisk: true);
    }
}
