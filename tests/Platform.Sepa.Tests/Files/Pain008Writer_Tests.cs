using System.Text;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-06")]
public sealed class Pain008Writer_Tests
{
    public static readonly TheoryData<Pain008Version, AddressStyle> Profiles = new()
    {
        { Pain008Version.V02, AddressStyle.CountryAndLines },
        { Pain008Version.V08, AddressStyle.Structured },
    };

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Write_AnyCount_IsValidAndItsTotalsAreExact(Pain008Version version, AddressStyle style)
    {
        foreach (var count in (int[])[1, 2, 15, 17, 200])
        {
            var transactions = Pain008Samples.Transactions(count).ToList();
            using var file = await Pain008Samples.WriteAsync(new(version, style), Pain008Samples.Message(transactions), transactions);
            IsoSchema.Validate(file, IsoSchema.Iso(version)).ShouldBeEmpty();
            IsoSchema.Validate(file, IsoSchema.Strict(version)).ShouldBeEmpty();
            TotalsAreExact(Pain008Content.Read(file), transactions);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Write_HundredThousand_IsValidForTwoValidators(Pain008Version version, AddressStyle style)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.xml");
        var transactions = Pain008Samples.Transactions(100_000);
        try
        {
            await using var file = File.Create(path);
            await new Pain008Writer(new(version, style)).WriteAsync(
                file, Pain008Samples.Message(transactions), Pain008Samples.Stream(transactions), TestContext.Current.CancellationToken);
            IsoSchema.Validate(file, IsoSchema.Iso(version)).ShouldBeEmpty();
            TotalsAreExact(Pain008Content.Read(file), [.. transactions]);
            (await IsoSchema.XmllintAsync(path, IsoSchema.Iso(version)) ?? "validates").ShouldBe("validates");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Write_ManyKinds_MakesOneBlockOfEach()
    {
        var transactions = Pain008Samples.Transactions(200).ToList();
        using var file = await Pain008Samples.WriteAsync(new(), Pain008Samples.Message(transactions), transactions);
        var blocks = Pain008Content.Read(file).Blocks;
        blocks.Count.ShouldBe(16);
        blocks.Select(b => (b.Scheme, b.Sequence, b.Date)).Distinct().Count().ShouldBe(16);
        blocks[0].ShouldSatisfyAllConditions(b => b.Scheme.ShouldBe("CORE"), b => b.Sequence.ShouldBe("OOFF"), b => b.Date.ShouldBe("2026-12-01"));
        blocks[^1].ShouldSatisfyAllConditions(b => b.Scheme.ShouldBe("B2B"), b => b.Sequence.ShouldBe("FNAL"), b => b.Date.ShouldBe("2026-12-02"));
    }

    [Fact]
    public async Task Write_AnyFile_BeginsWithoutByteOrderMarkAndEscapesMarkup()
    {
        Pain008Transaction[] transactions = [Pain008Samples.Transaction(1, Pain008Samples.Key(0)) with { DebtorName = "A & B <Ltd> Müller" }];
        using var file = await Pain008Samples.WriteAsync(new(), Pain008Samples.Message(transactions), transactions);
        file.ToArray()[0].ShouldBe((byte)'<');
        var text = Encoding.UTF8.GetString(file.ToArray());
        text.ShouldStartWith("""<?xml version="1.0" encoding="utf-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.08">""");
        text.ShouldContain("<Nm>A &amp; B &lt;Ltd&gt; Müller</Nm>");
        IsoSchema.Validate(file, IsoSchema.Iso(Pain008Version.V08)).ShouldBeEmpty();
    }

    private static void TotalsAreExact(Pain008Content content, List<Pain008Transaction> transactions)
    {
        content.HeaderCount.ShouldBe(transactions.Count);
        content.HeaderSum.ShouldBe(transactions.Sum(t => t.AmountCents) / 100m);
        content.Blocks.Sum(b => b.Count).ShouldBe(transactions.Count);
        content.Blocks.ShouldAllBe(b => b.Count == b.Amounts.Count && b.Sum == b.Amounts.Sum());
        content.Blocks.SelectMany(b => b.Amounts).ShouldBe(transactions.Select(t => t.AmountCents / 100m));
    }
}
