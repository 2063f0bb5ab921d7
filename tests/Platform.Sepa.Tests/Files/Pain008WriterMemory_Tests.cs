namespace Platform.Sepa.Tests;

/// <summary>Measurements that other tests of the process would disturb.</summary>
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured;

[Trait("Req", "SEP-06")]
[Collection(nameof(Measured))]
public sealed class Pain008WriterMemory_Tests
{
    [Fact]
    public async Task Write_HundredThousand_KeepsMemoryConstant()
    {
        long early = 0, late = 0;
        var message = Pain008Samples.Message(Pain008Samples.Transactions(100_000));
        await new Pain008Writer(new()).WriteAsync(Stream.Null, message, Orders(), TestContext.Current.CancellationToken);
        (late - early).ShouldBeLessThan(1024 * 1024, $"{early} bytes after 1,000 orders, {late} after 99,000");

        async IAsyncEnumerable<Pain008Transaction> Orders()
        {
            var written = 0;
            foreach (var transaction in Pain008Samples.Transactions(100_000))
            {
                await Task.CompletedTask;
                yield return transaction;
                if (++written is 1_000)
                    early = GC.GetTotalMemory(forceFullCollection: true);
                else if (written is 99_000)
                    late = GC.GetTotalMemory(forceFullCollection: true);
            }
        }
    }
}
