using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Identity;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>Mails a handoff's link in the accountant's language.</summary>
internal sealed class HandoffSending(ICompanyFoundingAppService founding, ILinkService links, IEmailSender mails, HandoffTexts texts, ICurrentTenant tenant) : IScopedDependency
{
    /// <summary>How many days a link lasts by default, and at most.</summary>
    public async Task<(int Default, int Most)> DaysAsync(CancellationToken cancellationToken)
    {
        var terms = await links.GetTermsAsync(HandoffLink.Kind, cancellationToken);
        return ((int)terms.Default.TotalDays, (int)terms.Most.TotalDays);
    }

    /// <exception cref="InputException">Accounting:HandoffDays.</exception>
    public async Task CheckAsync(int? days, CancellationToken cancellationToken)
    {
        if (days is { } wanted && (wanted < 1 || wanted > (await DaysAsync(cancellationToken)).Most))
            throw new InputException(new FieldError(nameof(CreateHandoffDto.LinkDays), AccountingErrorCodes.HandoffDays, wanted.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Nothing happens for an accountant who reads on the platform.</summary>
    public async Task SendAsync(Handoff handoff, IReadOnlyList<HandoffTypeCountDto> types, int? baseNumber, int? days, CancellationToken cancellationToken)
    {
        if (handoff.RecipientEmail.Length == 0)
            return;
        var lasts = days is { } wanted ? TimeSpan.FromDays(wanted) : (TimeSpan?)null;
        var link = await links.MakeAsync(new NewLink(HandoffLink.Kind, handoff.Id, handoff.RecipientEmail, Lasts: lasts), cancellationToken);
        var company = tenant.Tenant?.Name ?? throw new InvalidOperationException("No current company.");
        await mails.QueueAsync(texts.Write(handoff.RecipientLanguage, t => Mail(handoff, types, baseNumber, company, link, t)), cancellationToken);
    }

    private EmailMessage Mail(
        Handoff handoff, IReadOnlyList<HandoffTypeCountDto> types, int? baseNumber, string company, MadeLink link, IStringLocalizer<AccountingResource> texts)
    {
        var key = baseNumber is null ? "HandoffMail:First" : "HandoffMail:Late";
        var lines = types.Select(c => texts["HandoffMail:Type", texts[$"HandoffFolder:{c.Type}"].Value, c.Count].Value);
        string[] parts =
        [
            texts["HandoffMail:Greeting", handoff.RecipientName],
            texts[$"{key}.Text", company, handoff.Number, baseNumber ?? 0],
            string.Join('\n', [.. lines, texts["HandoffMail:Total", handoff.Count, FileSizes.Format(texts, handoff.Size)].Value]),
            Period(handoff, texts),
            handoff.Message is { } message ? texts["HandoffMail:Message", company, message] : "",
            texts["HandoffMail:Link"],
            link.Address,
            texts["HandoffMail:Until", link.ExpiresAt],
            Join(link, texts),
        ];
        return new EmailMessage(handoff.RecipientEmail, texts[$"{key}.Subject", company, handoff.Number, baseNumber ?? 0], string.Join("\n\n", parts.Where(p => p.Length > 0)));
    }

    private string Join(MadeLink link, IStringLocalizer texts)
    {
        var root = link.Address[..link.Address.IndexOf(HandoffLink.Path, StringComparison.Ordinal)];
        return founding.IsOpen ? texts["HandoffMail:SignUp", $"{root}/account/sign-up"] : texts["HandoffMail:Join", root];
    }

    private static string Period(Handoff handoff, IStringLocalizer texts) => handoff switch
    {
        { PeriodFrom: { } from, PeriodTo: { } to } => texts["HandoffMail:Period", from, to],
        { PeriodFrom: { } from } => texts["HandoffMail:PeriodFrom", from],
        { PeriodTo: { } to } => texts["HandoffMail:PeriodTo", to],
        _ => "",
    };
}
