using Microsoft.AspNetCore.Http;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>A file that came with a request: a part of a form named "file", or the body itself.</summary>
internal static class LegacyUpload
{
    /// <summary>A little more than a file may have, for what a form puts around it.</summary>
    public const long MostBytes = 6 * 1024 * 1024;

    public static async Task<Stream> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return request.Body;
        var form = await request.ReadFormAsync(cancellationToken);
        return (form.Files.GetFile("file") ?? throw new InputException(new FieldError("file", IdentityErrorCodes.Required))).OpenReadStream();
    }
}
