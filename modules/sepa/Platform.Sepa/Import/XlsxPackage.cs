using System.IO.Compression;
using System.Xml;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Looks at what a workbook's parts unfold to before any of them is. What they state binds: reading a part never gives more than it
/// states.
/// </summary>
internal static class XlsxPackage
{
    private const long SmallBytes = 1024 * 1024;

    /// <returns>The errors that formulas of the first sheet came to: the package that reads it passes them over.</returns>
    public static IReadOnlyDictionary<(int Line, int Column), string> Check(Stream file, XlsxLimits limits)
    {
        file.Position = 0;
        try
        {
            using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > limits.Parts || package.Entries.Sum(e => e.Length) > limits.UnpackedBytes || package.Entries.Any(e => IsBomb(e, limits)))
                throw new InputException(FileErrors.At(1, SepaErrorCodes.XlsxTooLarge));
            return XlsxErrors.Find(package, limits);
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException or IOException or XmlException or NotSupportedException)
        {
            throw new InputException(FileErrors.At(1, SepaErrorCodes.XlsxUnreadable));
        }
    }

    private static bool IsBomb(ZipArchiveEntry part, XlsxLimits limits) =>
        part.Length > SmallBytes && part.Length / Math.Max(1, part.CompressedLength) > limits.Ratio;
}
