using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-06")]
public sealed class Pain001Writer_Tests
{
    private static readonly DateOnly FirstDate = new(2026, 12, 1);

    private static readonly PostalAddress Paris = new() { Street = "rue de la Paix", BuildingNumber = "12 bis", PostalCode = "75002", Town = "Paris", Country = "FR" };

    public static readonly TheoryData<Pain001Version, AddressStyle, bool> Profiles = new()
    {
        { Pain001Version.V03, AddressStyle.CountryAndLines, false },
        { Pain001Version.V03, AddressStyle.Structured, true },
        { Pain001Version.V09, AddressStyle.Structured, false },
        { Pain001Version.V09, AddressStyle.Structured, true },
    };

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Write_AnyCount_IsValidAndItsTotalsAreExact(Pain001Version version, AddressStyle style, bool instant)
    {
        foreach (var count in (int[])[1, 2, 15, 200])
        {
            var transactions = Transactions(count).ToList();
            using var file = await WriteAsync(new(version, style), Message(transactions) with { IsInstant = instant }, transactions);
            IsoSchema.Validate(file, Iso(version)).ShouldBeEmpty();
            // The only stricter schema at hand: the German banks' of the 2009 edition.
            if (style == AddressStyle.CountryAndLines)
                IsoSchema.Validate(file, Shared.File("iso20022", "epc-variants", "dk-gbic2016-pain.001.001.03.xsd")).ShouldBeEmpty();
            TotalsAreExact(file, transactions);
        }
    }

    [Theory]
    [InlineData(Pain001Version.V03)]
    [InlineData(Pain001Version.V09)]
    public async Task Write_HundredThousand_IsValidForTwoValidators(Pain001Version version)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.xml");
        try
        {
            await using var file = File.Create(path);
            await new Pain001Writer(new(version)).WriteAsync(
                file, Message(Transactions(100_000)), Transactions(100_000).ToAsyncEnumerable(), TestContext.Current.CancellationToken);
            IsoSchema.Validate(file, Iso(version)).ShouldBeEmpty();
            (await IsoSchema.XmllintAsync(path, Iso(version)) ?? "validates").ShouldBe("validates");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(true, "INST")]
    [InlineData(false, null)]
    public async Task Write_Scheme_StandsInEachBlock(bool instant, string? code)
    {
        var transactions = Transactions(4).ToList();
        using var file = await WriteAsync(new(), Message(transactions) with { IsInstant = instant }, transactions);
        var blocks = XDocument.Load(file).Descendants().Where(e => e.Name.LocalName == "PmtInf").ToList();
        blocks.Count.ShouldBe(2);
        blocks.ShouldAllBe(b => Value(b, "SvcLvl") == "SEPA" && Value(b, "LclInstrm") == code && Value(b, "ChrgBr") == "SLEV");
        blocks.Select(b => Value(b, "ReqdExctnDt")).ShouldBe(["2026-12-01", "2026-12-02"]);
    }

    [Fact]
    public async Task Write_WithoutBics_NamesNoCreditorAgentAndMarksOurs()
    {
        var transactions = Transactions(1).Select(t => t with { CreditorBic = null }).ToList();
        var message = Message(transactions);
        using var file = await WriteAsync(new(), message with { Debtor = message.Debtor with { Bic = null } }, transactions);
        var document = XDocument.Load(file);
        document.Descendants().Where(e => e.Name.LocalName == "CdtrAgt").ShouldBeEmpty();
        Value(document.Root!, "DbtrAgt").ShouldBe("NOTPROVIDED");
        IsoSchema.Validate(file, Iso(Pain001Version.V09)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_OtherTotalsThanAnnounced_Throws()
    {
        var transactions = Transactions(3).ToList();
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(new(), Message(transactions), transactions.Take(2)));
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(new(), Message(transactions), transactions.Select(t => t with { AmountCents = t.AmountCents + 1 })));
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(new(), Message(transactions), transactions.AsEnumerable().Reverse()));
    }

    [Fact]
    public void Write_AnyText_ComesBackAsItWas() => Prop.ForAll(
        Arbitraries.SepaText(70).Where(t => t.Trim() == t && t.Length > 0).ToArbitrary(), Arbitraries.Iban, ArbMap.Default.ArbFor<PositiveInt>(), (name, iban, cents) =>
        {
            var transaction = Transactions(1).Single() with { CreditorName = name, CreditorIban = iban.Value, AmountCents = cents.Get, RemittanceText = name };
            using var file = WriteAsync(new(), Message([transaction]), [transaction]).GetAwaiter().GetResult();
            var order = XDocument.Load(file).Descendants().Single(e => e.Name.LocalName == "CdtTrfTxInf");
            return Value(order, "Ustrd") == name && Value(order, "CdtrAcct") == iban.Value && Value(order, "Nm") == name
                && decimal.Parse(Value(order, "InstdAmt")!, CultureInfo.InvariantCulture) == cents.Get / 100m;
        }).QuickCheckThrowOnFailure();

    private static string Iso(Pain001Version version) => Shared.File("iso20022", "iso", version is Pain001Version.V03 ? "pain.001.001.03.xsd" : "pain.001.001.09.xsd");

    private static string? Value(XContainer parent, string name) => parent.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    private static void TotalsAreExact(Stream file, List<Pain001Transaction> transactions)
    {
        file.Position = 0;
        var document = XDocument.Load(file);
        var header = document.Descendants().First(e => e.Name.LocalName == "GrpHdr");
        Value(header, "NbOfTxs").ShouldBe(transactions.Count.ToString(CultureInfo.InvariantCulture));
        decimal.Parse(Value(header, "CtrlSum")!, CultureInfo.InvariantCulture).ShouldBe(transactions.Sum(t => t.AmountCents) / 100m);
        document.Descendants().Where(e => e.Name.LocalName == "InstdAmt").Select(e => decimal.Parse(e.Value, CultureInfo.InvariantCulture))
            .ShouldBe(transactions.Select(t => t.AmountCents / 100m));
    }

    private static IEnumerable<Pain001Transaction> Transactions(int count) => Enumerable.Range(0, count).Select(i => new Pain001Transaction
    {
        ExecutionDate = FirstDate.AddDays(count > 1 && i >= count / 2 ? 1 : 0),
        EndToEndId = $"PAY-{i:D8}",
        AmountCents = 1 + i * 7919L % 99_999_999,
        CreditorName = $"Supplier {i} + Sons",
        CreditorIban = "DE89370400440532013000",
        CreditorBic = i % 3 == 0 ? "DEUTDEFFXXX" : null,
        CreditorAddress = i % 4 == 0 ? Paris : null,
        RemittanceText = i % 5 == 0 ? null : $"Invoice {i}",
    });

    private static Pain001Message Message(IEnumerable<Pain001Transaction> transactions) => new()
    {
        MessageId = "SCT-2026-000001",
        CreatedAt = new DateTime(2026, 11, 22, 9, 30, 47, DateTimeKind.Utc),
        Debtor = new Pain001Debtor("Societe Exemple SARL", "FR1420041010050500013M02606", "PSSTFRPPPAR", Paris),
        BatchBooking = true,
        Blocks = [.. transactions.GroupBy(t => t.ExecutionDate).Select((g, i) => new Pain001Block($"SCT-2026-000001-{i + 1}", g.Key, g.Count(), g.Sum(t => t.AmountCents)))],
    };

    private static async Task<MemoryStream> WriteAsync(Pain001Options options, Pain001Message message, IEnumerable<Pain001Transaction> transactions)
    {
        var output = new MemoryStream();
        await new Pain001Writer(options).WriteAsync(output, message, transactions.ToAsyncEnumerable(), CancellationToken.None);
        output.Position = 0;
        return output;
    }
}
