using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A company of its own with three people, driven through the application services.</summary>
public sealed class SepaCompany(TestHost host, TenantInfo? tenant = null, CurrentUserInfo? preparer = null, CurrentUserInfo? approver = null)
{
    public TestHost Host => host;

    public TenantInfo Tenant { get; } = tenant ?? NewTenant();

    public CurrentUserInfo Preparer { get; } = preparer ?? Person("Paula Preparer");

    public CurrentUserInfo Approver { get; } = approver ?? Person("Anton Approver");

    public CurrentUserInfo Second { get; } = Person("Sonja Second");

    public static CurrentUserInfo Person(string name) => new(Guid.CreateVersion7(), name);

    /// <summary>Whose creditor identifier new mandates belong to.</summary>
    public Guid? Account { get; private set; }

    public Task<T> RunAsync<TService, T>(Func<TService, Task<T>> work, CurrentUserInfo? user = null) where TService : notnull =>
        host.RunAsync(Tenant, user ?? Preparer, services => work(services.GetRequiredService<TService>()));

    public Task RunAsync<TService>(Func<TService, Task> work, CurrentUserInfo? user = null) where TService : notnull =>
        host.RunAsync(Tenant, user ?? Preparer, services => work(services.GetRequiredService<TService>()));

    public Task<T> RemittancesAsync<T>(Func<IRemittanceAppService, Task<T>> work, CurrentUserInfo? user = null) => RunAsync(work, user);

    public Task<T> ImportsAsync<T>(Func<IImportAppService, Task<T>> work) => RunAsync(work);

    public async Task<CreditorAccountDto> AddAccountAsync(Func<SaveCreditorAccountDto, SaveCreditorAccountDto>? change = null)
    {
        var input = change is null ? Accounts.Valid() : change(Accounts.Valid());
        var account = await RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.CreateAsync(input));
        Account = account.Id;
        return await RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.ApproveAsync(account.Id, account.ConcurrencyStamp), Approver);
    }

    public Task<MandateDto> AddMandateAsync(string reference, Func<SaveMandateDto, SaveMandateDto>? change = null)
    {
        var input = new SaveMandateDto(
            reference, Account, SddScheme.Core, MandateType.Recurrent, new DateOnly(2026, 1, 15), "Julien Martin", "FR7616958230040009668127476");
        return RunAsync<IMandateAppService, MandateDto>(s => s.CreateAsync(change is null ? input : change(input)));
    }

    public Task<CollectionDto> AddCollectionAsync(Guid mandateId, decimal amount, Func<CreateCollectionDto, CreateCollectionDto>? change = null)
    {
        var input = new CreateCollectionDto(mandateId, amount);
        return RunAsync<ICollectionAppService, CollectionDto>(s => s.CreateAsync(change is null ? input : change(input)));
    }

    public Task<RemittanceDto> CreateRemittanceAsync(Guid accountId, PaymentScheme scheme = PaymentScheme.Core, OrderSelectionDto? selection = null) =>
        RemittancesAsync(s => s.CreateAsync(new CreateRemittanceDto(Guid.CreateVersion7(), accountId, "November", scheme, selection ?? new OrderSelectionDto())));

    public async Task<RemittanceDto> SubmitAsync(RemittanceDto remittance)
    {
        if (remittance.WarningCount > 0 && remittance.Warnings is null)
            remittance = await RemittancesAsync(s => s.AcknowledgeWarningsAsync(remittance.Id, new RemittanceActInput(remittance.ConcurrencyStamp)));
        return await RemittancesAsync(s => s.SubmitAsync(remittance.Id, new RemittanceActInput(remittance.ConcurrencyStamp)));
    }

    public Task<RemittanceDto> ApproveAsync(RemittanceDto remittance, CurrentUserInfo? user = null) =>
        RemittancesAsync(s => s.ApproveAsync(remittance.Id, new ApproveRemittanceDto(remittance.ContentHash ?? "")), user ?? Approver);

    public Task<ImportBatchDto> StageAsync(ImportKind kind, string text, string fileName = "file.csv") => StageAsync(kind, Encoding.UTF8.GetBytes(text), fileName);

    public Task<ImportBatchDto> StageAsync(ImportKind kind, byte[] content, string fileName = "file.csv") =>
        ImportsAsync(s => s.StageAsync(new StageImportInput(kind, fileName, new MemoryStream(content))));

    public async Task<IReadOnlyList<ImportRowDto>> RowsAsync(Guid importId, ImportRowState? state = null) =>
        (await ImportsAsync(s => s.GetRowsAsync(importId, new GetImportRowsInput(state, PageSize: 500)))).Items;

    public Task<ImportResultDto> ConfirmAsync(Guid importId, bool acceptSameFile = false) =>
        ImportsAsync(s => s.ConfirmAsync(importId, new ConfirmImportDto(acceptSameFile)));

    private static TenantInfo NewTenant()
    {
        var id = Guid.CreateVersion7();
        return new TenantInfo(id, $"test-{id:N}", "Test SARL", "", "#1d4ed8", "sme");
    }
}

internal static class Accounts
{
    public static SaveCreditorAccountDto Valid() => new(
        "Main account", "FR7630004144520004633488212", "BNPAFRPP", "BNP Paribas", "Boulangerie Lefèvre", "FR72ZZZ123456",
        new AddressDto("Rue de la République", "18", "69002", "Lyon", "FR"), new BankProfileDto());
}
