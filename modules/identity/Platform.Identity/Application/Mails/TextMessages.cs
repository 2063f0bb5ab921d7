using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Text messages of this module: texts "Sms:{key}" in the reader's language.</summary>
internal sealed class TextMessages(ISmsSender sender, IStringLocalizer<IdentityResource> texts) : IScopedDependency
{
    private const int LongestWord = 40;

    public bool IsAvailable => sender.IsAvailable;

    /// <summary>Queues it in the current transaction.</summary>
    /// <param name="number">E.164.</param>
    /// <param name="language">ISO 639-1.</param>
    /// <param name="key">Of the text.</param>
    /// <param name="until">UTC; not sent afterwards.</param>
    /// <param name="words">What stands in the text; names are cut to 40 characters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task QueueAsync(string number, string language, string key, DateTime until, string[] words, CancellationToken cancellationToken)
    {
        object[] cut = [.. words.Select(w => w.Length > LongestWord ? $"{w[..LongestWord]}…" : w)];
        var text = ReaderLanguage.Write(CultureInfo.GetCultureInfo(language), () => texts[$"Sms:{key}", cut].Value);
        return sender.QueueAsync(new SmsMessage(number, text, until), cancellationToken);
    }
}
