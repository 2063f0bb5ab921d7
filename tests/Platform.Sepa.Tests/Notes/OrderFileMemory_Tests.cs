using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-07")]
[Collection(nameof(Measured))]
public sealed class OrderFileMemory_Tests(SepaHosts hosts)
{
    [Theory]
    [InlineData(OrderFileFormat.Csv)]
    [InlineData(OrderFileFormat.Txt)]
    public async Task Write_HundredThousandOrders_KeepsMemoryConstant(OrderFileFormat format)
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        var writer = new OrderFileWriter(company.Host.Services.GetRequiredService<IStringLocalizer<SepaResource>>());
        long early = 0, late = 0;
        await writer.WriteAsync(format, Orders(), Stream.Null, TestContext.Current.CancellationToken);
        (late - early).ShouldBeLessThan(1024 * 1024, $"{early} bytes after 1,000 orders, {late} after 99,000");

        async IAsyncEnumerable<OrderRow> Orders()
        {
            for (var i = 1; i <= 100_000; i++)
            {
                await Task.CompletedTask;
                yield return new OrderRow($"E-{i}", $"M-{i}", $"Debtor {i}", "FR7616958230040009668127476", null, SequenceType.Rcur, new DateOnly(2026, 11, 30), i, null, null, null, null, $"Invoice {i}");
                if (i is 1_000)
                    early = GC.GetTotalMemory(forceFullCollection: true);
                else if (i is 99_000)
                    late = GC.GetTotalMemory(forceFullCollection: true);
            }
        }
    }
}
