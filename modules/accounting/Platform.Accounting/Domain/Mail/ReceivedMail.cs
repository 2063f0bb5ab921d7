using System.Security.Cryptography;
using System.Text;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>A mail that was taken, by which the same one is recognised when it comes again.</summary>
[DisableAuditing("The documents that it brought are recorded.")]
internal sealed class ReceivedMail : IMultiTenant
{
    public const int SenderLength = EmailAddresses.Longest;
    public const int TextLength = 255;

    /// <summary>How long it is remembered; servers try again for days.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private ReceivedMail()
    {
    }

    public ReceivedMail(IncomingMail mail, string fingerprint, int documents, DateTime now)
    {
        (Id, Fingerprint, Documents, ReceivedAt) = (Guid.CreateVersion7(), fingerprint, documents, now);
        (Sender, Subject, MessageId) = (mail.Sender, mail.Subject, mail.MessageId);
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public string Sender { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string MessageId { get; private set; } = "";

    /// <summary>Of its Message-ID and its attachments: on its way servers add lines, so that the whole is never the same twice.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Documents that it made; attachments that the inbox had already made none.</summary>
    public int Documents { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    public static string FingerprintOf(string messageId, IEnumerable<string> hashes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', hashes.Prepend(messageId)))));
}
