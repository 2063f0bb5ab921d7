namespace Platform.Accounting;

/// <summary>A file of a zip, with all that its directory says of it.</summary>
/// <param name="Name">Path within the zip, with forward slashes; unique.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Crc32">ISO 3309.</param>
internal sealed record ZipItem(string Name, long Size, uint Crc32);

/// <summary>Where the bytes of a zip's files come from.</summary>
internal interface IZipContents
{
    /// <summary>The file's bytes from their start; the caller disposes.</summary>
    Task<Stream> OpenAsync(int index, CancellationToken cancellationToken);

    /// <summary>Told before the zip is broken off: the file is not what the directory says.</summary>
    void Damaged(int index, string what);
}

/// <summary>A file is not what the directory says: the zip ends here, and whoever reads it sees that it is cut.</summary>
internal sealed class ZipDamagedException(string message) : IOException(message);
