namespace Platform.Tenancy;

/// <summary>A file that stands in a zip.</summary>
/// <param name="Path">With forward slashes; unique.</param>
/// <param name="Size">Bytes unpacked.</param>
/// <param name="Compressed">Bytes in the zip.</param>
/// <param name="Crc32">ISO 3309.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Offset">Where its header begins.</param>
internal sealed record ZipEntry(string Path, long Size, long Compressed, long Crc32, string Sha256, long Offset);
