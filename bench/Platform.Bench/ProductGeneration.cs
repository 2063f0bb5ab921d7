using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Bench;

/// <summary>
/// Generates the bank file of the approved remittance, exactly as the approval does: from the database to a file that is flushed to
/// disk, hashed on the way. The host has just started and shown the remittance once, as it does before anybody approves; it has
/// never written a file. Memory is watched above that of the idle host.
/// </summary>
internal static class ProductGeneration
{
    public static async Task<int> RunAsync(string folder, string file)
    {
        await using var host = await ProductHost.StartAsync(folder);
        await ShowAsync(host);
        var memory = new MemoryWatch();
        var (blob, first) = await Timing.OnceAsync(() => GenerateAsync(host));
        var above = memory.Stop();
        await CopyAsync(host, blob, file);
        var again = await Timing.MedianAsync(async () => await DeleteAsync(host, await GenerateAsync(host)));
        Outcome.Tell(new Outcome(first, again, above.PeakKilobytes)
        {
            AboveIdleKilobytes = above.AboveIdleKilobytes,
            HeapAboveIdleKilobytes = above.HeapAboveIdleKilobytes,
        });
        return 0;
    }

    private static Task ShowAsync(ProductHost host) => host.RunAsync(ProductHost.Approver, async services =>
    {
        var remittances = services.GetRequiredService<IRemittanceAppService>();
        var listed = await remittances.GetListAsync(new GetRemittancesInput());
        return await remittances.GetAsync(listed.Items[0].Id);
    });

    private static Task<string> GenerateAsync(ProductHost host) => host.RunAsync(ProductHost.Approver, async services =>
    {
        var db = services.GetRequiredService<SepaDbContext>();
        var remittance = await db.Remittances.AsNoTracking().SingleAsync();
        var account = await db.CreditorAccounts.AsNoTracking().SingleAsync(a => a.Id == remittance.CreditorAccountId);
        var issued = await services.GetRequiredService<RemittanceFileWriter>().WriteAsync(remittance, account, CancellationToken.None);
        return issued.BlobName;
    });

    private static Task CopyAsync(ProductHost host, string blob, string file) => host.RunAsync(ProductHost.Approver, async services =>
    {
        var blobs = services.GetRequiredService<IBlobContainer>();
        await using var content = await blobs.OpenReadAsync(blob);
        await using var copy = File.Create(file);
        await content.CopyToAsync(copy);
        return copy.Length;
    });

    private static Task DeleteAsync(ProductHost host, string blob) => host.RunAsync(ProductHost.Approver, async services =>
    {
        await services.GetRequiredService<IBlobContainer>().DeleteAsync(blob);
        return blob;
    });
}
