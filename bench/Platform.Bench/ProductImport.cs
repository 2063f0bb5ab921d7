using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Bench;

/// <summary>
/// Brings a company from two CSV files to an approved remittance through the application services, and times each step as one
/// request with its commit.
/// </summary>
internal sealed class ProductImport(ProductHost host, int count)
{
    private readonly Dictionary<string, double> _steps = [];

    public static async Task<int> RunAsync(int count, string folder)
    {
        await using (var host = await ProductHost.StartAsync(folder))
        {
            var import = new ProductImport(host, count);
            await import.RunAsync();
            Outcome.Tell(new Outcome(import._steps.Values.Sum(), null, PeakMemory.Kilobytes("VmHWM:")) { Steps = import._steps });
        }
        return 0;
    }

    private async Task RunAsync()
    {
        await AddAccountAsync();
        await ImportAsync("mandates", ImportKind.Mandates, ProductFiles.Mandates(count));
        await ImportAsync("collections", ImportKind.Collections, ProductFiles.Collections(count));
        await RemitAsync();
    }

    private async Task AddAccountAsync()
    {
        var input = new SaveCreditorAccountDto(
            "Main account", "FR7630006000011234567890189", "AGRIFRPP", "Bank", "Boulangerie Lefevre SARL", "FR72ZZZ123456",
            new AddressDto("Rue de la Republique", "18", "69002", "Lyon", "FR"), new BankProfileDto());
        var account = await host.RunAsync(ProductHost.Preparer, s => s.GetRequiredService<ICreditorAccountAppService>().CreateAsync(input));
        await host.RunAsync(
            ProductHost.Approver, s => s.GetRequiredService<ICreditorAccountAppService>().ApproveAsync(account.Id, account.ConcurrencyStamp));
    }

    private async Task ImportAsync(string what, ImportKind kind, Stream file)
    {
        var batch = await TimeAsync<IImportAppService, ImportBatchDto>(
            $"stage {what}", s => s.StageAsync(new StageImportInput(kind, $"{what}.csv", file)));
        if (batch.InvalidRows > 0)
            await TimeAsync<IImportAppService, ImportBatchDto>($"skip wrong {what}", s => s.SkipInvalidRowsAsync(batch.Id));
        var result = await TimeAsync<IImportAppService, ImportResultDto>(
            $"confirm {what}", s => s.ConfirmAsync(batch.Id, new ConfirmImportDto()));
        if (result.Imported != count || result.Skipped != count / 100)
            throw new InvalidOperationException($"Imported {result.Imported} {what} and skipped {result.Skipped} of {count} and {count / 100}.");
    }

    private async Task RemitAsync()
    {
        var account = (await host.RunAsync(ProductHost.Preparer, s => s.GetRequiredService<ICreditorAccountAppService>().GetListAsync()))[0];
        var input = new CreateRemittanceDto(Guid.CreateVersion7(), account.Id, "Bench", PaymentScheme.Core, new OrderSelectionDto());
        var remittance = await TimeAsync<IRemittanceAppService, RemittanceDto>("create remittance", s => s.CreateAsync(input));
        if (remittance.WarningCount > 0)
            remittance = await host.RunAsync(ProductHost.Preparer, s => s.GetRequiredService<IRemittanceAppService>()
                .AcknowledgeWarningsAsync(remittance.Id, new RemittanceActInput(remittance.ConcurrencyStamp)));
        var submitted = await TimeAsync<IRemittanceAppService, RemittanceDto>(
            "submit", s => s.SubmitAsync(remittance.Id, new RemittanceActInput(remittance.ConcurrencyStamp)));
        var approved = await TimeAsync<IRemittanceAppService, RemittanceDto>(
            "approve", s => s.ApproveAsync(submitted.Id, new ApproveRemittanceDto(submitted.ContentHash!)), ProductHost.Approver);
        if (approved.File is null)
            throw new InvalidOperationException("The approval made no file.");
    }

    private async Task<T> TimeAsync<TService, T>(string step, Func<TService, Task<T>> work, CurrentUserInfo? user = null)
        where TService : notnull
    {
        var watch = Stopwatch.StartNew();
        var result = await host.RunAsync(user ?? ProductHost.Preparer, s => work(s.GetRequiredService<TService>()));
        _steps[step] = watch.Elapsed.TotalSeconds;
        return result;
    }
}
