using System.Globalization;
using System.Text.Json;

namespace Platform.Sepa.Tests;

/// <summary>
/// Every published answer is read with the counts and sums that its description states. One of them breaks its schema (NtryRef stands
/// behind Amt): the order of what an entry's head holds does not matter to us, so it is read all the same.
/// </summary>
[Trait("Req", "SEP-11")]
public sealed class AnswerSamples_Tests
{
    [Theory]
    [InlineData("camt.053", 10)]
    [InlineData("camt.054", 8)]
    public void Read_PublishedStatements_CountsAndSumsAreTheStated(string kind, int atLeast)
    {
        var samples = AnswerSamples.All(kind).ToList();
        samples.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        foreach (var (file, expected) in samples)
        {
            var items = AnswerSamples.Read(file);
            items[0].AnswerMessageId.ShouldBe(expected.Text("MsgId"), file);
            var statements = expected.Many("statements").ToList();
            items.Select(i => i.Entry!.StatementId).Distinct().ShouldBe(statements.Select(s => s.Text("Id")), file);
            foreach (var statement in statements)
                Compare(file, statement, [.. items.Where(i => i.Entry!.StatementId == statement.Text("Id"))]);
        }
    }

    [Fact]
    public void Read_PublishedStatusReports_EveryStatusIsTheStated()
    {
        var samples = AnswerSamples.All("pain.002").ToList();
        samples.Count.ShouldBe(10);
        foreach (var (file, expected) in samples)
        {
            var items = AnswerSamples.Read(file);
            var group = items.Where(i => i.Level == BankAnswerLevel.Group).ShouldHaveSingleItem(file);
            group.OriginalMessageId.ShouldBe(expected.Text("OrgnlMsgId"), file);
            group.Status.ShouldBe(expected.Text("GrpSts"), file);
            Codes(group).ShouldBe(expected.Many("GrpReasons").Select(r => r.GetString()), file);
            var blocks = expected.Many("payment_informations").ToList();
            items.Where(i => i.Level == BankAnswerLevel.Block).Select(Block).ShouldBe(blocks.Select(Block), file);
            items.Where(i => i.Level == BankAnswerLevel.Transaction).Select(Order).ShouldBe(blocks.SelectMany(b => b.Many("transactions")).Select(Order), file);
        }
    }

    [Fact]
    public void Read_SchemaBrokenInHead_IsReadWithItsOrders()
    {
        var items = AnswerSamples.Read("camt.053.001.02_viafintech_053-valid-example.xml");

        var order = items.First(i => i.Level == BankAnswerLevel.Detail);
        order.ShouldSatisfyAllConditions(
            o => o.EndToEndId.ShouldBe("EndToEndReference"), o => o.MandateReference.ShouldBe("MandateReference"),
            o => o.PaymentInformationId.ShouldBe("PaymentIdentification"), o => o.BankCode.ShouldBe("NTRF+020"));
    }

    [Fact]
    public void Read_BatchOfReturns_EachOrderHasItsOwnAmountAndReason()
    {
        var returns = AnswerSamples.Read("camt.053.001.02_oca_test-camt053.xml").Where(i => i.HasReturn).ToList();

        returns.Select(r => r.Amount!.Cents).ShouldBe([56405, 10000]);
        returns[0].ShouldSatisfyAllConditions(
            r => r.OriginalMessageId.ShouldBe("2014/125"), r => r.BankCode.ShouldBe("PMNT-IDDT-UPDD"), r => r.Entry!.IsReversal.ShouldBeTrue(),
            r => r.Entry!.BookedOn.ShouldBe(new DateOnly(2014, 1, 5)), r => r.Entry!.Account.ShouldBe("NL77ABNA0574908765"));
    }

    private static void Compare(string file, JsonElement statement, IReadOnlyList<AnswerItem> items)
    {
        var entries = items.Where(i => i.Level == BankAnswerLevel.Entry).Select(i => i.Entry!).ToList();
        var details = items.Where(i => i.Level == BankAnswerLevel.Detail).ToList();
        entries.Count.ShouldBe(statement.GetProperty("entries").GetInt32(), file);
        details.Count.ShouldBe(statement.GetProperty("details").GetInt32(), file);
        entries.Sum(e => e.DetailCount).ShouldBe(details.Count, file);
        entries[0].Account.ShouldBe(statement.Text("account"), file);
        entries.Where(e => e.IsCredit).Sum(e => e.Amount!.Value).ShouldBe(Number(statement.Text("credit")), file);
        entries.Where(e => !e.IsCredit).Sum(e => e.Amount!.Value).ShouldBe(Number(statement.Text("debit")), file);
        details.Where(d => d.HasReturn).Select(d => (Codes(d).Single(), d.EndToEndId, d.MandateReference, d.Entry!.Amount!.Value))
            .ShouldBe(statement.Many("returns").Select(r => (r.Text("code"), r.Text("EndToEndId"), r.Text("MndtId"), Number(r.Text("entry_amount")))), file);
    }

    private static decimal Number(string? text) => decimal.Parse(text!, CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Codes(AnswerItem item) => item.Reasons.Where(r => r.Code is not null).Select(r => r.Code);

    private static string Block(AnswerItem i) => $"{i.PaymentInformationId}|{i.Status}|{string.Join(',', Codes(i))}";

    private static string Block(JsonElement b) => $"{b.Text("OrgnlPmtInfId")}|{b.Text("PmtInfSts")}|{string.Join(',', b.Many("reasons"))}";

    private static string Order(AnswerItem i) =>
        $"{i.EndToEndId}|{i.InstructionId}|{i.Status}|{string.Join(',', Codes(i))}|{i.Amount?.Value.ToString(CultureInfo.InvariantCulture)}|{i.MandateReference}";

    private static string Order(JsonElement t) =>
        $"{t.Text("OrgnlEndToEndId")}|{t.Text("OrgnlInstrId")}|{t.Text("TxSts")}|{string.Join(',', t.Many("reasons"))}|{t.Text("amount")}|{t.Text("MndtId")}";
}
