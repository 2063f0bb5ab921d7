namespace Platform.Kernel;

/// <summary>Keeps files of the current company outside the database (ABP: IBlobContainer). Blobs never change once saved.</summary>
public interface IBlobContainer
{
    /// <summary>
    /// Streams a new blob to storage and returns when it is durable. A blob whose unit of work is undone stays as an orphan and
    /// harms nothing.
    /// </summary>
    /// <param name="name">Path of letters, digits, '-', '_', '.', '/'; no segment may start with a dot.</param>
    /// <param name="write">Writes the content; it may go back and read what it wrote. The blob has its name only afterwards.</param>
    /// <param name="cancellationToken">Leaves nothing behind when cancelled.</param>
    /// <exception cref="BusinessException">Platform:BlobExists, Platform:BlobName.</exception>
    Task SaveAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken = default);

    /// <summary>Opens for reading; the caller disposes.</summary>
    /// <exception cref="EntityNotFoundException">No such blob in the current company.</exception>
    Task<Stream> OpenReadAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Removes a blob; nothing happens when there is none.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Names of all that the current company keeps below a folder (empty: all of them), also of what is being written, in no order.</summary>
    /// <exception cref="BusinessException">Platform:BlobName.</exception>
    IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default);
}
