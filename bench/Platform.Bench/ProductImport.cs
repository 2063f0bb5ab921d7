using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Bench;

/// <summary>
/// Brings a company from two CSV files to an approved remittance through the application services, and times each step as one
/// request with its commit.
/// </summary>
internal sealed class ProductImport(ProductHost host, string folder, int count)
{
    private readonly Dictionary<string, double> _steps = [];

    public static async Task<int> RunAsync(int count, string folder, bool toApproval = true)
    {
        await using (var host = await ProductHost.StartAsync(folder))
        {
            var import = new ProductImport(host, folder, count);
            await import.RunAsync(toApproval);
            Outcome.Tell(new Outcome(import._steps.Values.Sum(), null, PeakMemory.Kilobytes("VmHWM:")) { Steps = import._steps });
        }
        return 0;
    }

    private async Task RunAsync(bool toApproval)
    {
        await AddAccountAsync();
        await ImportAsync("mandates", ImportKind.Mandates, ProductFiles.Mandates(count));
        await ImportAsync("collections", ImportKind.Collections, ProductFiles.Collections(count));
        if (toApproval)
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
        var steps = new JourneySteps(host, folder, count);
        foreach (var step in JourneySteps.ToApproval)
        {
            var watch = Stopwatch.StartNew();
            await steps.RunAsync(step);
            _steps[step] = watch.Elapsed.TotalSeconds;
        }
    }

    private async Task<T> TimeAsync<TService, T>(string step, Func<TService, Task<T>> work) where TService : notnull
    {
        var watch = Stopwatch.StartNew();
        var result = await host.RunAsync(ProductHost.Preparer, s => work(s.GetRequiredService<TService>()));
        _steps[step] = watch.Elapsed.TotalSeconds;
        return result;
    }
}
