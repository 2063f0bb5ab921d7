using System.Xml.Linq;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-06")]
public sealed class Pain008Elements_Tests
{
    private static readonly string NewIban = "DE89370400440532013000";

    public static readonly TheoryData<Pain008Version, NewDebtorAccountPlace> Places = new()
    {
        { Pain008Version.V02, NewDebtorAccountPlace.OriginalDebtorAccount },
        { Pain008Version.V02, NewDebtorAccountPlace.OriginalDebtorAgent },
        { Pain008Version.V08, NewDebtorAccountPlace.OriginalDebtorAccount },
        { Pain008Version.V08, NewDebtorAccountPlace.OriginalDebtorAgent },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Amendment_NewDebtorAccount_StandsWhereTheBankWantsIt(Pain008Version version, NewDebtorAccountPlace place)
    {
        var xml = await WriteAsync(
            new(version, NewDebtorAccountPlace: place),
            t => t with { Amendment = new() { NewDebtorAccount = true, OriginalDebtorIban = NewIban } });
        var details = One(xml, "AmdmntInfDtls");
        details.Elements().Select(e => e.Name.LocalName)
            .ShouldBe([place is NewDebtorAccountPlace.OriginalDebtorAgent ? "OrgnlDbtrAgt" : "OrgnlDbtrAcct"]);
        details.Value.ShouldBe("SMNDA");
        One(xml, "AmdmntInd").Value.ShouldBe("true");
    }

    [Theory]
    [InlineData(Pain008Version.V02)]
    [InlineData(Pain008Version.V08)]
    public async Task Amendment_EverythingElseChanged_IsInSchemaOrder(Pain008Version version)
    {
        var xml = await WriteAsync(new(version), t => t with
        {
            Amendment = new()
            {
                OriginalReference = "OLD-1",
                OriginalCreditorName = "Old name",
                OriginalCreditorIdentifier = Pain008Samples.Creditor.CreditorIdentifier,
                OriginalDebtorIban = NewIban,
            },
        });
        One(xml, "AmdmntInfDtls").Elements().Select(e => e.Name.LocalName).ShouldBe(["OrgnlMndtId", "OrgnlCdtrSchmeId", "OrgnlDbtrAcct"]);
    }

    [Fact]
    public async Task Amendment_Empty_IsNotWritten() =>
        (await WriteAsync(new(), t => t with { Amendment = new() })).Descendants().ShouldNotContain(e => e.Name.LocalName.Contains("Amdmnt"));

    [Theory]
    [InlineData(Pain008Version.V02, "BIC", "BICOrBEI")]
    [InlineData(Pain008Version.V08, "BICFI", "AnyBIC")]
    public async Task Agents_ByEdition_HaveTheirElementNames(Pain008Version version, string agent, string organisation)
    {
        var xml = await WriteAsync(new(version), t => t with { DebtorBic = "DEUTDEFF" });
        xml.Descendants().Where(e => e.Name.LocalName == agent).Select(e => e.Value).ShouldBe(["PSSTFRPPPAR", "DEUTDEFF"]);
        One(xml, organisation).Value.ShouldBe("PSSTFRPPPAR");
    }

    [Fact]
    public async Task Agent_WithoutBic_IsNotProvided()
    {
        var xml = await WriteAsync(new(), t => t with { DebtorBic = null });
        One(xml, "DbtrAgt").Value.ShouldBe("NOTPROVIDED");
        One(xml, "SvcLvl").Value.ShouldBe("SEPA");
        One(xml, "ChrgBr").Value.ShouldBe("SLEV");
        One(xml, "CdtrSchmeId").Value.ShouldBe(Pain008Samples.Creditor.CreditorIdentifier + "SEPA");
    }

    [Fact]
    public async Task Address_Hybrid_KeepsTownAndCountryStructured()
    {
        var address = new PostalAddress { Town = "Berlin", Country = "DE", Line1 = "Hinterhaus", Line2 = "Hauptstrasse 1" };
        var xml = await WriteAsync(new(), t => t with { DebtorAddress = address });
        One(One(xml, "Dbtr"), "PstlAdr").Elements().Select(e => $"{e.Name.LocalName}={e.Value}")
            .ShouldBe(["TwnNm=Berlin", "Ctry=DE", "AdrLine=Hinterhaus", "AdrLine=Hauptstrasse 1"]);
    }

    [Fact]
    public async Task Address_AsLines_HasCountryAndTwoLines()
    {
        var address = new PostalAddress { Street = "Hauptstrasse", BuildingNumber = "1", PostalCode = "10115", Town = "Berlin", Country = "DE" };
        var xml = await WriteAsync(new(Pain008Version.V02, AddressStyle.CountryAndLines), t => t with { DebtorAddress = address });
        One(One(xml, "Dbtr"), "PstlAdr").Elements().Select(e => $"{e.Name.LocalName}={e.Value}")
            .ShouldBe(["Ctry=DE", "AdrLine=Hauptstrasse 1", "AdrLine=10115 Berlin"]);
    }

    private static async Task<XDocument> WriteAsync(Pain008Options options, Func<Pain008Transaction, Pain008Transaction> change)
    {
        Pain008Transaction[] transactions = [change(Pain008Samples.Transaction(1, Pain008Samples.Key(0)))];
        using var file = await Pain008Samples.WriteAsync(options, Pain008Samples.Message(transactions), transactions);
        IsoSchema.Validate(file, IsoSchema.Iso(options.Version)).ShouldBeEmpty();
        file.Position = 0;
        return XDocument.Load(file);
    }

    private static XElement One(XContainer xml, string name) => xml.Descendants().Single(e => e.Name.LocalName == name);
}
