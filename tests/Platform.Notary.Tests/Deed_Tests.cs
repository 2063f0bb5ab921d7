using Platform.Kernel;

namespace Platform.Notary.Tests;

[Trait("Req", "TEN-10")]
public sealed class Deed_Tests
{
    private static readonly DateTime Now = new(2026, 11, 27, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly TenantInfo Office = new(Guid.CreateVersion7(), "office", "Office", "", "#475569", NotaryTenantType.Name);

    [Fact]
    public void Open_SpacesAround_AreTrimmed()
    {
        var deed = Open(" 2026-118 ", " Lease of the bakery ");
        (deed.Reference, deed.Subject, deed.Office, deed.OfficeId, deed.State).ShouldBe(("2026-118", "Lease of the bakery", "Office", Office.Id, DeedState.Opened));
    }

    [Fact]
    public void Open_LongestValues_AreTaken() =>
        Open(new string('r', Deed.ReferenceLength), new string('s', Deed.SubjectLength)).Subject.Length.ShouldBe(Deed.SubjectLength);

    [Fact]
    public void Open_NothingFilledIn_NamesEveryField() =>
        Refused(new OpenDeedDto { Reference = " " }).ShouldBe([("Reference", NotaryErrorCodes.Required), ("Kind", NotaryErrorCodes.Required), ("Subject", NotaryErrorCodes.Required)]);

    [Fact]
    public void Open_TooLongAndOfNoKind_NamesEveryField() =>
        Refused(new OpenDeedDto { Reference = new string('r', 41), Kind = (DeedKind)99, Subject = new string('s', 201) })
            .ShouldBe([("Reference", NotaryErrorCodes.ReferenceTooLong), ("Kind", NotaryErrorCodes.Required), ("Subject", NotaryErrorCodes.SubjectTooLong)]);

    [Fact]
    public void Deed_FromAppointmentToEnd_GoesThroughEveryState()
    {
        var deed = Open();
        deed.SetAppointment(Today.AddDays(3), Today);
        deed.SetAppointment(Today, Today);
        (deed.State, deed.SigningDay).ShouldBe((DeedState.AppointmentSet, Today));
        deed.Sign(Today.AddDays(1));
        (deed.State, deed.SigningDay).ShouldBe((DeedState.Signed, Today.AddDays(1)));
        deed.Close(Now);
        (deed.State, deed.ClosedAt).ShouldBe((DeedState.Closed, Now));
    }

    [Fact]
    public void SetAppointment_WithoutDayOrInThePast_IsRefusedAtTheDay()
    {
        Should.Throw<InputException>(() => Open().SetAppointment(null, Today)).Errors.ShouldHaveSingleItem().Code.ShouldBe(NotaryErrorCodes.Required);
        var past = Should.Throw<InputException>(() => Open().SetAppointment(Today.AddDays(-1), Today)).Errors.ShouldHaveSingleItem();
        (past.Field, past.Code, past.Value).ShouldBe(("Day", NotaryErrorCodes.DayPast, "2026-11-26"));
    }

    [Fact]
    public void Acts_OutOfOrder_AreRefused()
    {
        var deed = Open();
        Refused(() => deed.Sign(Today));
        Refused(() => deed.Close(Now));
        deed.SetAppointment(Today, Today);
        Refused(() => deed.Close(Now));
        deed.Sign(Today);
        Refused(() => deed.Sign(Today));
        Refused(() => deed.SetAppointment(Today, Today));
        deed.Close(Now);
        Refused(() => deed.Close(Now));
        Refused(() => deed.SetAppointment(Today, Today));
    }

    private static Deed Open(string reference = "2026-118", string subject = "Lease of the bakery") =>
        Deed.Open(Office, new OpenDeedDto { Reference = reference, Kind = DeedKind.Lease, Subject = subject }, Now);

    private static IEnumerable<(string Field, string Code)> Refused(OpenDeedDto input) =>
        Should.Throw<InputException>(() => Deed.Open(Office, input, Now)).Errors.Select(e => (e.Field, e.Code));

    private static void Refused(Action act) => Should.Throw<BusinessException>(act).Code.ShouldBe(NotaryErrorCodes.DeedState);
}
