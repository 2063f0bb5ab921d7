using Platform.Kernel;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-02")]
public sealed class Mandate_Tests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly Signed = new(2026, 1, 15);

    [Fact]
    public void New_WithoutSignature_IsADraft() => Mandate(signedOn: null).Status.ShouldBe(MandateStatus.Draft);

    [Fact]
    public void Activate_Draft_IsActive()
    {
        var mandate = Mandate(signedOn: null);
        mandate.Activate(Signed, Today);
        (mandate.Status, mandate.SignedOn).ShouldBe((MandateStatus.Active, Signed));
    }

    [Fact]
    public void Activate_InTheFuture_IsRefused() =>
        Refused(() => Mandate(signedOn: null).Activate(Today.AddDays(1), Today)).ShouldBe(SepaErrorCodes.SignedInFuture);

    [Fact]
    public void SuspendAndResume_Active_IsActiveAgain()
    {
        var mandate = Mandate(Signed);
        mandate.Suspend();
        mandate.Status.ShouldBe(MandateStatus.Suspended);
        mandate.Resume();
        mandate.Status.ShouldBe(MandateStatus.Active);
    }

    [Fact]
    public void Cancelled_Whatever_CannotChange()
    {
        var mandate = Mandate(Signed);
        mandate.Cancel();
        Action[] acts = [mandate.Suspend, mandate.Resume, mandate.Cancel, () => mandate.Update(Data(Signed)), () => mandate.Activate(Signed, Today)];
        acts.ShouldAllBe(act => Refused(act) == SepaErrorCodes.MandateState);
    }

    [Theory]
    [InlineData("OTHER", SddScheme.Core, MandateType.Recurrent)]
    [InlineData("M-1", SddScheme.B2b, MandateType.Recurrent)]
    [InlineData("M-1", SddScheme.Core, MandateType.OneOff)]
    public void Update_SignedParts_IsRefused(string reference, SddScheme scheme, MandateType type) =>
        Refused(() => Mandate(Signed).Update(Data(Signed) with { Reference = SepaValue.Parse<MandateReference>(reference), Scheme = scheme, Type = type }))
            .ShouldBe(SepaErrorCodes.MandateSignedPartsFixed);

    [Fact]
    public void StatusOn_After36Months_IsExpired()
    {
        var mandate = Mandate(Signed);
        mandate.LapsesOn.ShouldBe(new DateOnly(2029, 1, 15));
        Sepa.Mandate.StatusOn(mandate.Status, mandate.LapsesOn, new DateOnly(2029, 1, 14)).ShouldBe(MandateStatus.Active);
        Sepa.Mandate.StatusOn(mandate.Status, mandate.LapsesOn, new DateOnly(2029, 1, 15)).ShouldBe(MandateStatus.Expired);
    }

    [Fact]
    public void LapseDate_AfterACollection_CountsFromIt() =>
        Sepa.Mandate.LapseDate(Signed, new DateOnly(2027, 5, 31)).ShouldBe(new DateOnly(2030, 5, 31));

    [Fact]
    public void Expire_TooEarly_IsRefused() => Refused(() => Mandate(Signed).Expire(Today)).ShouldBe(SepaErrorCodes.MandateNotLapsed);

    private static Mandate Mandate(DateOnly? signedOn) => new(Data(signedOn), "FR123456", TestRemittances.Now);

    private static MandateData Data(DateOnly? signedOn) => new(
        SepaValue.Parse<MandateReference>("M-1"), SddScheme.Core, MandateType.Recurrent, signedOn, "Hélène Garnier",
        SepaValue.Parse<Iban>("FR7616958230040009668127476"), null, null, null, null);

    private static string Refused(Action act) => Should.Throw<BusinessException>(act).Code;
}
