namespace Platform.Sepa.Tests;

/// <summary>Each rule by itself: an order that breaks it gets exactly its code.</summary>
[Trait("Req", "SEP-05")]
public sealed class CollectionRules_Tests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly Tomorrow = new(2026, 11, 24);
    private static readonly CheckContext Context = new(PaymentScheme.Core, "FR123456", BicRequired: false, Tomorrow, Today, DuplicateDays: 30, UnusualAmountFactor: 5);

    private static readonly MandateFacts GoodMandate = new()
    {
        Reference = "M-1",
        CreditorKey = "FR123456",
        Status = MandateStatus.Active,
        Type = MandateType.Recurrent,
        Scheme = SddScheme.Core,
        SignedOn = new DateOnly(2026, 1, 15),
        LastCollectedOn = null,
    };

    private static readonly OrderFacts Good = new()
    {
        Id = Guid.CreateVersion7(),
        AmountCents = 1_000,
        ExecutionDate = Tomorrow,
        SequenceType = SequenceType.Rcur,
        PartyName = "Julien Martin",
        PartyIban = "FR7616958230040009668127476",
        PartyAddress = new PostalAddress(),
        Mandate = GoodMandate,
    };

    private static readonly PostalAddress London = new() { Town = "London", Country = "GB" };
    private static readonly string SwissIban = Iban.Create("CH", "00762011623852957").Value;

    [Fact]
    public void GoodOrder_BreaksNothing() => Broken(Good).ShouldBeEmpty();

    [Theory]
    [InlineData(MandateStatus.Draft)]
    [InlineData(MandateStatus.Suspended)]
    [InlineData(MandateStatus.Cancelled)]
    [InlineData(MandateStatus.Expired)]
    public void MandateNotActive_IsAnError(MandateStatus status) => Only(On(GoodMandate with { Status = status }), SepaErrorCodes.MandateNotActive);

    [Fact]
    public void Iban_Altered_IsAnError() => Only(Good with { PartyIban = "FR7616958230040009668127477" }, SepaErrorCodes.IbanCheckDigits);

    [Fact]
    public void Iban_OutsideSepa_IsAnError() => Only(Good with { PartyIban = "BR1800360305000010009795493C1" }, SepaErrorCodes.IbanNotSepa);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [Trait("Req", "SEP-13")]
    public void Date_WithinTheDaysOfNotice_IsAWarning(int days, bool warns)
    {
        Broken(Good, Context with { NoticeDays = days }).ShouldBe(warns ? [SepaErrorCodes.PreNotificationLate] : []);
        OrderRules.Collections.OfOrders.Single(r => r.Code == SepaErrorCodes.PreNotificationLate).Severity.ShouldBe(FindingSeverity.Warning);
    }

    [Fact]
    public void Bic_WhereTheBankWantsIt_IsCompulsory()
    {
        Broken(Good, Context with { BicRequired = true }).ShouldBe([SepaErrorCodes.BicMissing]);
        Broken(Good with { PartyBic = "QNTOFRP1" }, Context with { BicRequired = true }).ShouldBeEmpty();
    }

    [Fact]
    public void Bic_Malformed_IsAnError() => Only(Good with { PartyBic = "QNT" }, SepaErrorCodes.BicFormat);

    [Fact]
    public void OutsideTheEea_NeedsBicAndAddress()
    {
        Broken(Good with { PartyIban = SwissIban }).ShouldBe([SepaErrorCodes.BicMissing, SepaErrorCodes.DebtorAddressMissing]);
        Broken(Good with { PartyIban = SwissIban, PartyBic = "POFICHBEXXX", PartyAddress = London }).ShouldBeEmpty();
    }

    [Fact]
    public void Address_WithoutCountry_IsAnError() => Only(Good with { PartyAddress = new PostalAddress { Town = "Lyon" } }, SepaErrorCodes.AddressIncomplete);

    [Fact]
    public void Scheme_OfTheOtherKind_IsAnError() => Only(On(GoodMandate with { Scheme = SddScheme.B2b }), SepaErrorCodes.MandateScheme);

    [Fact]
    public void Creditor_Another_IsAnError() => Only(On(GoodMandate with { CreditorKey = "FR999999" }), SepaErrorCodes.MandateOtherCreditor);

    [Fact]
    public void Mandate_36MonthsUnused_IsAnError()
    {
        Only(On(GoodMandate with { SignedOn = Tomorrow.AddMonths(-36) }), SepaErrorCodes.MandateLapsed);
        Broken(On(GoodMandate with { SignedOn = Tomorrow.AddMonths(-36).AddDays(1) })).ShouldBeEmpty();
        Broken(On(GoodMandate with { SignedOn = new DateOnly(2015, 1, 1), LastCollectedOn = new DateOnly(2026, 1, 1) })).ShouldBeEmpty();
    }

    [Fact]
    public void Mandate_SignedAfterTheCollection_IsAnError() => Only(On(GoodMandate with { SignedOn = Tomorrow.AddDays(1) }), SepaErrorCodes.MandateSignedLater);

    [Theory]
    [InlineData(MandateType.OneOff, SequenceType.Rcur)]
    [InlineData(MandateType.Recurrent, SequenceType.Ooff)]
    public void SequenceType_AgainstTheMandate_IsAnError(MandateType type, SequenceType sequence) =>
        Only(On(GoodMandate with { Type = type }) with { SequenceType = sequence }, SepaErrorCodes.SequenceTypeMismatch);

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(SepaAmount.MaxCents + 1)]
    public void Amount_OutOfBounds_IsAnError(long cents) => Only(Good with { AmountCents = cents }, SepaErrorCodes.AmountRange);

    [Fact]
    public void DebtorName_TooLongOnceWritten_IsAnError() =>
        Broken(Good with { PartyName = new string('Щ', 24) }).ShouldBe([SepaErrorCodes.DebtorNameLength, SepaErrorCodes.DebtorNameCharacters]);

    [Fact]
    public void DebtorName_WithAccents_IsAWarningThatShowsBoth()
    {
        var data = new NameCharactersRule(SepaErrorCodes.DebtorNameCharacters).Check(Good with { PartyName = "Hélène" }, Context).ShouldNotBeNull();
        (data["value"], data["written"]).ShouldBe(("Hélène", "Helene"));
        new NameCharactersRule(SepaErrorCodes.DebtorNameCharacters).Severity.ShouldBe(FindingSeverity.Warning);
    }

    [Fact]
    public void RemittanceInformation_TooLong_IsAnError() =>
        Only(Good with { RemittanceInformation = new string('a', 141) }, SepaErrorCodes.RemittanceInformationLength);

    [Fact]
    public void RemittanceInformation_WithAccents_IsAWarning() => Only(Good with { RemittanceInformation = "Échéance" }, SepaErrorCodes.RemittanceInformationCharacters);

    [Fact]
    public void Date_WhenTargetIsClosed_IsAnError() => Only(Good with { ExecutionDate = new DateOnly(2026, 12, 25) }, SepaErrorCodes.CollectionDateClosed);

    [Fact]
    public void Date_TheBankCannotKeep_IsAnError() => Only(Good with { ExecutionDate = Today }, SepaErrorCodes.CollectionDateTooEarly);

    [Fact]
    public void Date_MoreThanAYearAway_IsAWarning() => Only(Good with { ExecutionDate = new DateOnly(2027, 11, 24) }, SepaErrorCodes.CollectionDateFar);

    [Fact]
    public void EveryRule_HasACodeASourceAndAPlaceOfItsOwn()
    {
        var all = OrderRules.Collections.All.Concat(OrderRules.Transfers.All).ToList();
        OrderRules.Collections.All.Select(r => r.Code).ShouldBeUnique();
        OrderRules.Transfers.All.Select(r => r.Code).ShouldBeUnique();
        all.ShouldAllBe(r => r.Source.Length > 5 && r.Code.StartsWith("Sepa:"));
    }

    private static OrderFacts On(MandateFacts mandate) => Good with { Mandate = mandate };

    private static void Only(OrderFacts order, string code) => Broken(order).ShouldBe([code]);

    private static List<string> Broken(OrderFacts order, CheckContext? context = null) =>
        [.. OrderRules.Collections.OfOrders.Where(r => r.Check(order, context ?? Context) is not null).Select(r => r.Code)];
}
