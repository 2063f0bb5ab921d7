using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Mails of this module: texts "Mail:{key}:Subject" and "Mail:{key}:Text" in the reader's language.</summary>
internal sealed class Mails(IEmailSender sender, LegacyMailboxes mailboxes, IStringLocalizer<IdentityResource> texts, IConfiguration configuration) : IScopedDependency
{
    /// <summary>Queues it in the current transaction.</summary>
    /// <param name="to">Address.</param>
    /// <param name="language">ISO 639-1.</param>
    /// <param name="key">Of the texts.</param>
    /// <param name="subject">What stands in the subject.</param>
    /// <param name="words">What stands in the text; days are written out in its language.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task QueueAsync(string to, string language, string key, object[] subject, object[] words, CancellationToken cancellationToken) =>
        sender.QueueAsync(Write(to, CultureInfo.GetCultureInfo(language), key, subject, words), cancellationToken);

    /// <summary>Queues it to a person, and to the notification addresses of an old login: its own address is none.</summary>
    public async Task QueueAsync(User to, string key, object[] subject, object[] words, CancellationToken cancellationToken)
    {
        foreach (var address in await mailboxes.OfAsync(to, cancellationToken))
            await QueueAsync(address, to.Language, key, subject, words, cancellationToken);
    }

    /// <summary>
    /// An address of this host for a mail. Never from the request's Host header: whoever sends the request could choose where it leads.
    /// </summary>
    public string LinkTo(string path) => configuration["App:BaseUrl"] is { Length: > 0 } root
        ? $"{root.TrimEnd('/')}{path}"
        : throw new InvalidOperationException("App:BaseUrl is not configured: links in mails need the public address of this host.");

    private EmailMessage Write(string to, CultureInfo language, string key, object[] subject, object[] words) => ReaderLanguage.Write(language, () =>
    {
        var written = words.Select(w => w is DateTime day ? day.ToString("d MMMM yyyy", language) : w).ToArray();
        return new EmailMessage(to, texts[$"Mail:{key}:Subject", subject], texts[$"Mail:{key}:Text", written]);
    });
}
