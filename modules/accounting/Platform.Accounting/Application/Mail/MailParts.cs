using MimeKit;

namespace Platform.Accounting;

/// <summary>
/// Which parts of a mail are documents: what is attached, what has a file name, and scans without one. Not its texts, not the signatures of
/// mail programs, not the small pictures that people sign with. Mails attached to a mail are opened for their own attachments.
/// </summary>
internal static class MailParts
{
    private const int Deepest = 10;
    private const int SmallPicture = 10 * 1024;

    private static readonly string[] Signatures = ["application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"];

    /// <exception cref="TooDeepException">They lie deeper than ten levels.</exception>
    public static IReadOnlyList<MailAttachment> Of(MimeMessage message) =>
        [.. Leaves(message.Body, 0).Where(IsDocument).Select(p => new MailAttachment(NameOf(p), p.Content!))];

    private static IEnumerable<MimePart> Leaves(MimeEntity? entity, int depth)
    {
        if (depth > Deepest)
            throw new TooDeepException();
        return entity switch
        {
            Multipart parts => parts.SelectMany(p => Leaves(p, depth + 1)),
            MessagePart inner => Leaves(inner.Message?.Body, depth + 1),
            MimePart part => [part],
            _ => [],
        };
    }

    private static bool IsDocument(MimePart part)
    {
        if (part.Content is null || LengthUpTo(part.Content, 1) == 0)
            return false;
        if (Signatures.Contains(part.ContentType.MimeType, StringComparer.OrdinalIgnoreCase))
            return false;
        if (part.IsAttachment)
            return true;
        var isPicture = part.ContentType.IsMimeType("image", "*");
        if (isPicture && LengthUpTo(part.Content, SmallPicture) < SmallPicture)
            return false;
        return isPicture || part.ContentType.IsMimeType("application", "*") || !string.IsNullOrWhiteSpace(part.FileName);
    }

    // Whoever names a file with a path means its last part.
    private static string NameOf(MimePart part) => SafeNames.Of((part.FileName ?? "").Split('/', '\\')[^1]) switch
    {
        SafeNames.Nameless when part.ContentType.IsMimeType("application", "pdf") => $"{SafeNames.Nameless}.pdf",
        var name => name,
    };

    private static int LengthUpTo(IMimeContent content, int enough)
    {
        using var stream = content.Open();
        return stream.ReadAtLeast(new byte[enough], enough, throwOnEndOfStream: false);
    }
}
