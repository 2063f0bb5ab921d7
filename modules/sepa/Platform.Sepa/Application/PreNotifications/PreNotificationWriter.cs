using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What a debtor reads, as mail or letter, in the debtor's language.</summary>
internal sealed class PreNotificationWriter(IStringLocalizer<SepaResource> texts) : IScopedDependency
{
    public PreNotificationText Write(PreNotificationOrder order, PreNotificationSettingsDto wishes)
    {
        var culture = DebtorLanguages.Of(order.Notification.Language, wishes.Language);
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
