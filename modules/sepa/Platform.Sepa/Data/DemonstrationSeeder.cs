using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Platform.Customers;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Gives each demonstration company an account and a past, through the very services that people use.</summary>
internal sealed class DemonstrationSeeder(
    SepaDbContext db, DemonstrationPeople people, ICreditorAccountAppService accounts, IMandateAppService mandates, ICollectionAppService collections, ITransferAppService transfers,
    IRemittanceAppService remittances, IBankAnswerAppService answers, AnswerNotices notices, ICustomerDirectory customers, ITenantStore tenants, ICurrentTenant tenant, ICurrentUser user, IUnitOfWork unitOfWork, IConfiguration configuration)
    : IDataSeedContributor
{
    public async Task SeedAsync(DataSeedContext context, CancellationToken cancellationToken)
    {
        if (!context.Demonstration)
            return;
        foreach (var section in configuration.GetSection("Demo:Companies").GetChildren())
        {
            if (DemonstrationData.Companies.TryGetValue(section["Slug"] ?? "", out var data))
                await SeedAsync(section["Slug"]!, data, cancellationToken);
        }
    }

    private async Task SeedAsync(string slug, DemonstrationCompany data, CancellationToken cancellationToken)
    {
        if (await tenants.FindBySlugAsync(slug, cancellationToken) is not { } company)
            return;
        using var inCompany = tenant.Change(company);
        if (await db.CreditorAccounts.AnyAsync(cancellationToken) || await people.FindAsync(slug, cancellationToken) is not var (preparer, approver))
            return;
        var account = await AddAccountAsync(data, preparer, approver, cancellationToken);
        await AddRemittanceAsync(account, data, preparer, approver, cancellationToken);
        // Here, in the company: what it holds may be saved in no other.
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private async Task<Guid> AddAccountAsync(
        DemonstrationCompany data, CurrentUserInfo preparer, CurrentUserInfo approver, CancellationToken cancellationToken)
    {
        CreditorAccountDto account;
        using (user.Change(preparer))
            account = await accounts.CreateAsync(data.Account, cancellationToken);
        using (user.Change(approver))
            await accounts.ApproveAsync(account.Id, account.ConcurrencyStamp, cancellationToken);
        return account.Id;
    }

    private async Task AddRemittanceAsync(
        Guid account, DemonstrationCompany data, CurrentUserInfo preparer, CurrentUserInfo approver, CancellationToken cancellationToken)
    {
        RemittanceDto remittance;
        using (user.Change(preparer))
        {
            await AddCollectionsAsync(data, cancellationToken);
            foreach (var transfer in data.Transfers)
                await transfers.CreateAsync(transfer, cancellationToken);
            remittance = await remittances.CreateAsync(
                new CreateRemittanceDto(Guid.CreateVersion7(), account, data.RemittanceTitle, PaymentScheme.Core, new OrderSelectionDto()), cancellationToken);
            if (remittance.WarningCount > 0)
                remittance = await remittances.AcknowledgeWarningsAsync(remittance.Id, new RemittanceActInput(remittance.ConcurrencyStamp), cancellationToken);
            remittance = await remittances.SubmitAsync(remittance.Id, new RemittanceActInput(remittance.ConcurrencyStamp), cancellationToken);
        }

        using (user.Change(approver))
            remittance = await remittances.ApproveAsync(remittance.Id, new ApproveRemittanceDto(remittance.ContentHash!), cancellationToken);
        using (user.Change(preparer))
            await AddAnswerAsync(remittance, cancellationToken);
    }

    private async Task AddAnswerAsync(RemittanceDto remittance, CancellationToken cancellationToken)
    {
        var lines = await remittances.GetLinesAsync(remittance.Id, new GetRemittanceLinesInput(), cancellationToken);
        using var file = DemonstrationAnswer.Write(remittance.File!.MessageId, [.. lines.Items.Select(l => l.EndToEndId)]);
        var answer = await answers.ImportAsync(new ImportBankAnswerInput("pain.002.xml", file), cancellationToken);
        // Demonstration people begin without unread notices.
        await notices.WithdrawAsync(answer.Id, cancellationToken);
    }

    private async Task AddCollectionsAsync(DemonstrationCompany data, CancellationToken cancellationToken)
    {
        foreach (var (mandate, amount, invoice) in data.Orders)
        {
            var code = $"C-{mandate.Reference!.Split('-')[^1]}";
            var known = await customers.FindAsync([code], cancellationToken);
            var signed = await mandates.CreateAsync(mandate with { CustomerCode = known.Count == 0 ? null : code }, cancellationToken);
            await collections.CreateAsync(
                new CreateCollectionDto(signed.Id, amount, null, $"{invoice}-1", invoice, $"Facture {invoice}"), cancellationToken);
        }
    }
}
