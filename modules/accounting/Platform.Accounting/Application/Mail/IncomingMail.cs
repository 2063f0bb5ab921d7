using System.Text;
using MimeKit;

namespace Platform.Accounting;

/// <summary>A mail as it came in, with what of it belongs into the inbox. Contents are read from the file that it lies in.</summary>
/// <param name="Sender">Address of the envelope.</param>
/// <param name="Subject">In one line.</param>
/// <param name="MessageId">Without the brackets; empty for none.</param>
/// <param name="Attachments">In their order.</param>
internal sealed record IncomingMail(string Sender, string Subject, string MessageId, IReadOnlyList<MailAttachment> Attachments)
{
    /// <exception cref="FormatException">It is no mail.</exception>
    /// <exception cref="TooDeepException">Messages or parts within one another beyond the limit.</exception>
    public static async Task<IncomingMail> ReadAsync(Stream file, string sender, CancellationToken cancellationToken)
    {
        // Persistent: parts stay in the file and are decoded when they are read; disposing the message would close it.
        var parser = new MimeParser(ParserOptions.Default, file, MimeFormat.Entity, persistent: true);
        var message = await parser.ParseMessageAsync(cancellationToken);
        return new IncomingMail(sender, Line(message.Subject), Line(message.MessageId), MailParts.Of(message));
    }

    private static string Line(string? text)
    {
        var line = string.Concat((text ?? "").EnumerateRunes().Where(r => !Rune.IsControl(r)).Select(r => r.ToString())).Trim();
        var length = Math.Min(line.Length, ReceivedMail.TextLength);
        return line[..(length > 0 && char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)];
    }
}

/// <summary>A file that came in a mail.</summary>
/// <param name="Name">Made safe.</param>
/// <param name="Content">Encoded, in the mail's file.</param>
internal sealed record MailAttachment(string Name, IMimeContent Content)
{
    /// <summary>Decoded, from its beginning. One at a time.</summary>
    public Stream Open() => Content.Open();
}

/// <summary>Parts within one another beyond what any mail program makes.</summary>
internal sealed class TooDeepException : Exception;
