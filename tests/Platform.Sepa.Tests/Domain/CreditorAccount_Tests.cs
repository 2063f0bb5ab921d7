using Platform.Kernel;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-01")]
[Trait("Req", "SEP-08")]
public sealed class CreditorAccount_Tests
{
    [Fact]
    public void Approve_ByItsEditor_IsRefused() =>
        Refused(() => TestRemittances.Account(approved: false).Approve(TestRemittances.Editor, TestRemittances.Now)).ShouldBe(SepaErrorCodes.FourEyes);

    [Fact]
    public void Approve_BySomebodyElse_MakesItUsable() =>
        Should.NotThrow(() => TestRemittances.Account().RequireApproved());

    [Fact]
    public void Update_OfTheIban_AsksForApprovalAgain()
    {
        var account = TestRemittances.Account();
        account.Update(CreditorAccountReader.Read(Accounts.Valid() with { Iban = "FR7630002686660004371176857" }), TestRemittances.Approver, TestRemittances.Now);
        account.Status.ShouldBe(CreditorAccountStatus.AwaitingApproval);
        Refused(() => account.Approve(TestRemittances.Approver, TestRemittances.Now)).ShouldBe(SepaErrorCodes.FourEyes);
    }

    [Fact]
    public void Update_OfTheNameOnly_StaysApproved()
    {
        var account = TestRemittances.Account();
        account.Update(CreditorAccountReader.Read(Accounts.Valid() with { Name = "Second account" }), TestRemittances.Approver, TestRemittances.Now);
        account.Status.ShouldBe(CreditorAccountStatus.Approved);
    }

    [Fact]
    public void Closed_Whatever_CannotChange()
    {
        var account = TestRemittances.Account();
        account.Close();
        Refused(account.Close).ShouldBe(SepaErrorCodes.CreditorAccountClosed);
        Refused(account.RequireApproved).ShouldBe(SepaErrorCodes.CreditorAccountNotApproved);
    }

    [Fact]
    public void Read_EverythingWrong_NamesEachField()
    {
        var input = new SaveCreditorAccountDto(
            " ", "FR7630004144520004633488213", "XX", "", new string('a', 71), "FR00ZZZ123456", new AddressDto(Country: "QQ"),
            new BankProfileDto(TimeZone: "Mars/Olympus", LeadDays: 31), 1.005m);
        Should.Throw<InputException>(() => CreditorAccountReader.Read(input)).Errors.Select(e => (e.Field, e.Code)).ShouldBe(
        [
            ("Iban", SepaErrorCodes.IbanCheckDigits), ("Bic", SepaErrorCodes.BicFormat), ("Name", SepaErrorCodes.Required), ("BankName", SepaErrorCodes.Required),
            ("CreditorName", SepaErrorCodes.TextLength), ("CreditorIdentifier", SepaErrorCodes.CreditorIdentifierCheckDigits),
            ("Country", SepaErrorCodes.CountryUnknown), ("TimeZone", SepaErrorCodes.TimeZoneUnknown), ("LeadDays", SepaErrorCodes.NumberRange),
            ("SecondApprovalAbove", SepaErrorCodes.NumberRange),
        ]);
    }

    private static string Refused(Action act) => Should.Throw<BusinessException>(act).Code;
}
