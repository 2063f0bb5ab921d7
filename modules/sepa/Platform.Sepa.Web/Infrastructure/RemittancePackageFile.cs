using System.IO.Compression;

namespace Platform.Sepa.Web;

/// <summary>The bank file and its signatures in one archive, with times of their own making, so that the same package has the same bytes.</summary>
internal static class RemittancePackageFile
{
    public const string MediaType = "application/zip";

    public static string Name(this RemittancePackage package) => $"{Path.GetFileNameWithoutExtension(package.Download.File.FileName)}.zip";

    public static async Task<Stream> ZipAsync(this RemittancePackage package, CancellationToken cancellationToken)
    {
        await using var content = package.Download.Content;
        return await TemporaryFile.FillAsync(async file =>
        {
            await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            await AddAsync(zip, package, package.Download.File.FileName, content, cancellationToken);
            foreach (var signature in package.Signatures)
                await AddAsync(zip, package, signature.FileName, new MemoryStream(signature.Content), cancellationToken);
        });
    }

    private static async Task AddAsync(ZipArchive zip, RemittancePackage package, string name, Stream content, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(package.Download.File.CreatedAt, TimeSpan.Zero);
        await using var target = await entry.OpenAsync(cancellationToken);
        await content.CopyToAsync(target, cancellationToken);
    }
}
