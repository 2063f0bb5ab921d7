using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What a debtor reads, as mail or letter, in the debtor's language.</summary>
internal sealed class PreNotificationWriter(IStringLocalizer<SepaResource> texts) : IScopedDependency
{
    // "en" alone would write American dates.
    private static readonly Dictionary<string, string> Cultures = new() { ["en"] = "en-GB", ["fr"] = "fr-FR" };

    public PreNotificationText Write(PreNotificationOrder order, PreNotificationSettingsDto wishes)
    {
        var language = order.Notification.Language is { } own && Cultures.ContainsKey(own) ? own : wishes.Language ?? "en";
        var culture = CultureInfo.GetCultureInfo(Cultures.GetValueOrDefault(language, "en-GB"));
        return ReaderLanguage.Write(culture, () =>
        {
            var (debit, account) = (order.Collection, order.Account);
            var date = order.Notification.CollectionDate.ToString("d MMMM yyyy", culture);
            var amount = (debit.AmountCents / 100m).ToString("N2", culture);
            var contact = string.IsNullOrEmpty(wishes.Contact) ? account.CreditorName : wishes.Contact;
            return new PreNotificationText(
                culture.TwoLetterISOLanguageName,
                texts["PreNotification:Subject", account.CreditorName, amount, date],
                texts["PreNotification:Text", debit.PartyName!, account.CreditorName, amount, date, SepaValue.Parse<Iban>(debit.PartyIban!).Mask(), debit.MandateReference!,
                    account.CreditorIdentifier!, About(debit), contact]);
        });
    }

    private static string About(Collection order) => order.RemittanceInformation ?? order.InvoiceNumber ?? order.EndToEndId;
}

/// <summary>Subject and text in a language.</summary>
internal sealed record PreNotificationText(string Language, string Subject, string Text);

/// <summary>A pre-notification with the order that it is about and the account that collects.</summary>
internal sealed class PreNotificationOrder
{
    public required PreNotification Notification { get; init; }

    public required Collection Collection { get; init; }

    public required CreditorAccount Account { get; init; }
}
