using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A company that tells its debtors, with an issued remittance: P-1 to P-n, 10.00 more each.</summary>
internal sealed class NotifiedCompany(SepaCompany company, string mailbox)
{
    /// <summary>Far enough ahead to be told in time.</summary>
    public static readonly DateOnly InTime = new(2026, 12, 22);

    /// <summary>Its 14 days have begun.</summary>
    public static readonly DateOnly TooLate = new(2026, 12, 1);

    public static readonly DateOnly Today = DateOnly.FromDateTime(SepaHosts.Start.UtcDateTime);

    public SepaCompany Company => company;

    public RemittanceDto Remittance { get; private set; } = null!;

    public static async Task<NotifiedCompany> NewAsync(SepaHosts hosts, TestDatabase database, bool enabled = true)
    {
        var company = await hosts.NewCompanyAsync(database);
        var notified = new NotifiedCompany(company, $"{company.Tenant.Id:N}@example.org");
        await notified.SaveAsync(enabled);
        return notified;
    }

    public Task SaveAsync(bool enabled, int days = 14) => company.RunAsync<IPreNotificationSettingsAppService>(
        s => s.SaveAsync(new PreNotificationSettingsDto(enabled, days, "en", "04 72 00 00 00")));

    /// <summary>Of the debtor with this number.</summary>
    public string Address(int number) => $"debtor{number}.{mailbox}";

    /// <summary>One order each; null for a debtor without an address.</summary>
    public async Task<IReadOnlyList<Guid>> IssueAsync(params (DateOnly On, string? Language)[] debtors)
    {
        var account = await company.AddAccountAsync();
        var orders = new List<Guid>();
        foreach (var (i, (on, language)) in debtors.Index())
        {
            var mandate = await company.AddMandateAsync($"P-{i + 1}", m => m with
            {
                Email = language is null ? null : Address(i + 1),
                Language = language,
                DebtorName = $"Debtor {i + 1}",
                Address = new AddressDto("Rue Boileau", "31", "69006", "Lyon", "FR"),
            });
            orders.Add((await company.AddCollectionAsync(mandate.Id, 1230.50m + i, c => c with { RequestedOn = on, InvoiceNumber = $"F-{i + 1}" })).Id);
        }

        await IssueAsync(account.Id);
        return orders;
    }

    /// <summary>As many as there are lines.</summary>
    public async Task IssueFilesAsync(IEnumerable<string> mandates, IEnumerable<string> collections)
    {
        var account = await company.AddAccountAsync();
        await ImportAsync(ImportKind.Mandates, mandates.Prepend("mandate_reference;signature_date;debtor_name;iban;email"));
        await ImportAsync(ImportKind.Collections, collections.Prepend("mandate_reference;amount;collection_date"));
        await IssueAsync(account.Id);
    }

    private async Task ImportAsync(ImportKind kind, IEnumerable<string> lines) =>
        await company.ConfirmAsync((await company.StageAsync(kind, string.Join('\n', lines))).Id);

    // The outbox tells of the approval too, now or later.
    private async Task IssueAsync(Guid account)
    {
        Remittance = await IssuedCompany.IssueAsync(company, account);
        await company.RunAsync<PlanPreNotifications>(h => h.HandleEventAsync(
            new RemittanceApprovedEto(Remittance.Id, Remittance.Number, Remittance.Count, 0, ""), TestContext.Current.CancellationToken));
    }

    public Task SendAsync(DateOnly due) => company.RunAsync<SendPreNotificationsJob>(
        j => j.ExecuteAsync(new SendPreNotificationsArgs(Remittance.Id, due), TestContext.Current.CancellationToken));

    public Task<T> RunAsync<T>(Func<IPreNotificationAppService, Task<T>> work, CurrentUserInfo? person = null) => company.RunAsync(work, person);

    public Task ToldAsync(ToldOtherwiseDto told) => company.RunAsync<IPreNotificationAppService>(s => s.ToldOtherwiseAsync(told));

    public Task<PreNotificationDto> GetAsync(Guid order) => RunAsync(s => s.GetAsync(order));

    public IReadOnlyList<EmailMessage> MailsTo(int number) => company.Host.Services.GetRequiredService<SentMails>().To(Address(number));

    /// <summary>What the mail server makes of a mail; null for taken.</summary>
    public Task AnswerAsync(EmailMessage mail, string? refusal) => company.RunAsync<PreNotificationOutcomes>(
        h => h.HandleEventAsync(new EmailOutcomeEto(mail.Reference!, refusal), TestContext.Current.CancellationToken));
}
