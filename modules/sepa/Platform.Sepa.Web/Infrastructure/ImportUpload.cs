using Microsoft.AspNetCore.Http;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>A file that came with a request: one part of a form, or the body itself.</summary>
internal sealed class ImportUpload : IAsyncDisposable
{
    /// <summary>A little more than a file may have, for what a form puts around it.</summary>
    public const long MaxRequestBytes = ImportLimits.MaxBytes + 64 * 1024;

    private ImportUpload(string fileName, Stream content) => (FileName, Content) = (fileName, content);

    public string FileName { get; }

    public Stream Content { get; }

    public static async Task<ImportUpload> ReadAsync(HttpRequest request, string? fileName, CancellationToken cancellationToken, long maxRequestBytes = MaxRequestBytes)
    {
        // Said before the bytes come, where the client tells how many there are.
        if (request.ContentLength > maxRequestBytes)
            throw new BadHttpRequestException($"The file is larger than {maxRequestBytes / 1024 / 1024} MiB.", StatusCodes.Status413PayloadTooLarge);
        if (!request.HasFormContentType)
            return new ImportUpload(fileName ?? "import.csv", request.Body);
        var form = await request.ReadFormAsync(cancellationToken);
        var file = form.Files.GetFile("file") ?? throw new InputException(new FieldError("file", SepaErrorCodes.Required));
        return new ImportUpload(fileName ?? file.FileName, file.OpenReadStream());
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
