using Microsoft.AspNetCore.Http;
using Platform.Kernel;

namespace Platform.Signing.Web;

internal static class UploadedBytes
{
    /// <summary>A small uploaded file; what is longer is refused before it is read.</summary>
    public static async Task<byte[]> ReadAsync(this IFormFile? file, string field, int longest, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
            throw new InputException(new FieldError(field, SigningErrorCodes.FileRequired));
        if (file.Length > longest)
            throw new InputException(new FieldError(field, SigningErrorCodes.FileTooLarge, $"{longest / 1024} KiB"));
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
