using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-11")]
public sealed class Pain007Writer_Tests
{
    private static readonly DateOnly FirstDate = new(2026, 12, 1);

    [Theory]
    [InlineData("V02", SddScheme.Core)]
    [InlineData("V02", SddScheme.B2b)]
    [InlineData("V08", SddScheme.Core)]
    [InlineData("V08", SddScheme.B2b)]
    public async Task Write_AnyCount_IsValidAndItsTotalsAreExact(string edition, SddScheme scheme)
    {
        var version = Enum.Parse<Pain007Version>(edition);
        foreach (var count in (int[])[1, 2, 15, 200])
        {
            var transactions = Transactions(count).ToList();
            using var file = await WriteAsync(version, Message(transactions) with { Scheme = scheme }, transactions);
            IsoSchema.Validate(file, Iso(version)).ShouldBeEmpty();
            TotalsAreExact(file, transactions);
        }
    }

    [Theory]
    [InlineData("V02")]
    [InlineData("V08")]
    public async Task Write_HundredThousand_IsValidForTwoValidators(string edition)
    {
        var version = Enum.Parse<Pain007Version>(edition);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.xml");
        try
        {
            await using var file = File.Create(path);
            await new Pain007Writer(version).WriteAsync(
                file, Message(Transactions(100_000)), Transactions(100_000).ToAsyncEnumerable(), TestContext.Current.CancellationToken);
            IsoSchema.Validate(file, Iso(version)).ShouldBeEmpty();
            (await IsoSchema.XmllintAsync(path, Iso(version)) ?? "validates").ShouldBe("validates");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Write_References_NameWhatIsReversed()
    {
        var transactions = Transactions(4).ToList();
        using var file = await WriteAsync(Pain007Version.V08, Message(transactions), transactions);
        var document = XDocument.Load(file);
        Value(document, "OrgnlMsgId").ShouldBe("SDD-2026-00001-ABCDEF01");
        Value(document, "OrgnlMsgNmId").ShouldBe("pain.008.001.08");
        var blocks = document.Descendants().Where(e => e.Name.LocalName == "OrgnlPmtInfAndRvsl").ToList();
        blocks.Select(b => (Value(b, "RvslPmtInfId"), Value(b, "OrgnlPmtInfId"))).ShouldBe(
            [("REV-2026-00002-ABCDEF02-002", "SDD-2026-00001-ABCDEF01-002"), ("REV-2026-00002-ABCDEF02-003", "SDD-2026-00001-ABCDEF01-003")]);
        var first = blocks[0].Descendants().First(e => e.Name.LocalName == "TxInf");
        first.ShouldSatisfyAllConditions(
            t => Value(t, "RvslId").ShouldBe("R-0"), t => Value(t, "OrgnlEndToEndId").ShouldBe("E2E-0"), t => Value(t, "RvsdInstdAmt").ShouldBe(Value(t, "OrgnlInstdAmt")),
            t => Value(Child(t, "RvslRsnInf"), "Cd").ShouldBe("AM05"), t => Value(t, "MndtId").ShouldBe("M-0"), t => Value(t, "SeqTp").ShouldBe("RCUR"),
            t => Value(Child(t, "CdtrAcct"), "IBAN").ShouldBe("FR1420041010050500013M02606"), t => Value(Child(t, "DbtrAcct"), "IBAN").ShouldBe("DE89370400440532013000"));
    }

    [Fact]
    public async Task Write_OtherTotalsThanAnnounced_Throws()
    {
        var transactions = Transactions(3).ToList();
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(Pain007Version.V08, Message(transactions), transactions.Take(2)));
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(Pain007Version.V08, Message(transactions), transactions.Select(t => t with { AmountCents = t.AmountCents + 1 })));
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(Pain007Version.V08, Message(transactions), transactions.AsEnumerable().Reverse()));
    }

    [Fact]
    public void Write_AnyReversal_IsValidAndComesBackAsItWas() => Prop.ForAll(
        Arbitraries.SepaText(70).Where(t => t.Trim() == t && t.Length > 0).ToArbitrary(), Arbitraries.Iban, ArbMap.Default.ArbFor<PositiveInt>(), (name, iban, number) =>
        {
            var cents = 1 + (long)number.Get * 7919 % 99_999_999_999;
            var reason = number.Get % 2 == 0 ? ReversalReason.Duplicate : ReversalReason.NotSpecified;
            var transaction = Transactions(1).Single() with
            {
                DebtorName = name,
                DebtorIban = iban.Value,
                AmountCents = cents,
                RemittanceText = name,
                Reason = reason,
                SequenceType = (SequenceType)(number.Get % 4),
            };
            return Enum.GetValues<Pain007Version>().All(version => IsKept(version, transaction, name, iban.Value));
        }).QuickCheckThrowOnFailure();

    private static bool IsKept(Pain007Version version, Pain007Transaction transaction, string name, string iban)
    {
        using var file = WriteAsync(version, Message([transaction]), [transaction]).GetAwaiter().GetResult();
        var valid = IsoSchema.Validate(file, Iso(version)).Count == 0;
        file.Position = 0;
        var order = XDocument.Load(file).Descendants().Single(e => e.Name.LocalName == "TxInf");
        return valid && Value(order, "Ustrd") == name && Value(Child(order, "DbtrAcct"), "IBAN") == iban && Value(Child(order, "Dbtr"), "Nm") == name
            && Value(Child(order, "RvslRsnInf"), "Cd") == transaction.Reason.ToCode()
            && decimal.Parse(Value(order, "RvsdInstdAmt")!, CultureInfo.InvariantCulture) == transaction.AmountCents / 100m;
    }

    private static string Iso(Pain007Version version) => Shared.File("iso20022", "iso", version is Pain007Version.V02 ? "pain.007.001.02.xsd" : "pain.007.001.08.xsd");

    private static XElement Child(XContainer parent, string name) => parent.Descendants().First(e => e.Name.LocalName == name);

    private static string? Value(XContainer parent, string name) => parent.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    private static void TotalsAreExact(Stream file, List<Pain007Transaction> transactions)
    {
        file.Position = 0;
        var document = XDocument.Load(file);
        Value(document, "NbOfTxs").ShouldBe(transactions.Count.ToString(CultureInfo.InvariantCulture));
        decimal.Parse(Value(document, "CtrlSum")!, CultureInfo.InvariantCulture).ShouldBe(transactions.Sum(t => t.AmountCents) / 100m);
        document.Descendants().Where(e => e.Name.LocalName == "RvsdInstdAmt").Select(e => decimal.Parse(e.Value, CultureInfo.InvariantCulture))
            .ShouldBe(transactions.Select(t => t.AmountCents / 100m));
    }

    private static IEnumerable<Pain007Transaction> Transactions(int count) => Enumerable.Range(0, count).Select(i => new Pain007Transaction
    {
        Block = count > 1 && i >= count / 2 ? 3 : 2,
        ReversalId = $"R-{i}",
        OriginalEndToEndId = $"E2E-{i}",
        AmountCents = 1 + i * 7919L % 99_999_999,
        Reason = i % 2 == 0 ? ReversalReason.Duplicate : ReversalReason.NotSpecified,
        SequenceType = SequenceType.Rcur,
        CollectionDate = FirstDate.AddDays(count > 1 && i >= count / 2 ? 1 : 0),
        MandateReference = $"M-{i}",
        SignedOn = new DateOnly(2026, 1, 15),
        DebtorName = $"Debtor {i} + Sons",
        DebtorIban = "DE89370400440532013000",
        DebtorBic = i % 3 == 0 ? "DEUTDEFFXXX" : null,
        RemittanceText = i % 5 == 0 ? null : $"Invoice {i}",
    });

    private static Pain007Message Message(IEnumerable<Pain007Transaction> transactions) => new()
    {
        MessageId = "REV-2026-00002-ABCDEF02",
        CreatedAt = new DateTime(2026, 12, 2, 9, 30, 47, DateTimeKind.Utc),
        OriginalMessageId = "SDD-2026-00001-ABCDEF01",
        OriginalFormat = "pain.008.001.08",
        Scheme = SddScheme.Core,
        Creditor = new Pain008Creditor("Societe Exemple SARL", "FR1420041010050500013M02606", "PSSTFRPPPAR", "FR72ZZZ123456"),
        Blocks = [.. transactions.GroupBy(t => t.Block).Select(g => new Pain007Block(
            $"REV-2026-00002-ABCDEF02-{g.Key:000}", $"SDD-2026-00001-ABCDEF01-{g.Key:000}", g.Key, g.Count(), g.Sum(t => t.AmountCents)))],
    };

    private static async Task<MemoryStream> WriteAsync(Pain007Version version, Pain007Message message, IEnumerable<Pain007Transaction> transactions)
    {
        var output = new MemoryStream();
        await new Pain007Writer(version).WriteAsync(output, message, transactions.ToAsyncEnumerable(), CancellationToken.None);
        output.Position = 0;
        return output;
    }
}
