namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-06")]
public sealed class Pain008Totals_Tests
{
    private static readonly List<Pain008Transaction> Transactions = [.. Pain008Samples.Transactions(32)];

    [Fact]
    public async Task Write_OneOrderMissing_Throws() => await Refuses(Message(), Transactions[..^1]);

    [Fact]
    public async Task Write_OneOrderTooMany_Throws() => await Refuses(Message(), [.. Transactions, Transactions[^1]]);

    [Fact]
    public async Task Write_AmountChangedByOneCent_Throws() =>
        await Refuses(Message(), [.. Transactions[..^1], Transactions[^1] with { AmountCents = Transactions[^1].AmountCents + 1 }]);

    [Fact]
    public async Task Write_UnannouncedBlock_Throws() =>
        await Refuses(Message(), [.. Transactions, Transactions[0] with { Block = Transactions[0].Block with { CollectionDate = new(2030, 1, 2) } }]);

    [Fact]
    public async Task Write_OrdersNotSortedByBlock_Throws() => await Refuses(Message(), Transactions.OrderByDescending(t => t.AmountCents));

    [Fact]
    public async Task Write_NoBlocks_Throws() => await Refuses(Message() with { Blocks = [] }, []);

    [Fact]
    public async Task Write_SameKeyTwice_Throws()
    {
        var message = Message();
        await Refuses(message with { Blocks = [.. message.Blocks, message.Blocks[0] with { PaymentInformationId = "other" }] }, Transactions);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SepaAmount.MaxCents + 1)]
    public async Task Write_AmountOutsideTheScheme_Throws(long cents)
    {
        Pain008Transaction[] transactions = [Transactions[0] with { AmountCents = cents }];
        await Refuses(Pain008Samples.Message(transactions), transactions);
    }

    private static Pain008Message Message() => Pain008Samples.Message(Transactions);

    private static async Task Refuses(Pain008Message message, IEnumerable<Pain008Transaction> transactions) =>
        await Should.ThrowAsync<InvalidOperationException>(() => Pain008Samples.WriteAsync(new(), message, transactions));
}
