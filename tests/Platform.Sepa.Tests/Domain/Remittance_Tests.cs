using Platform.Kernel;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-08")]
public sealed class Remittance_Tests
{
    private static readonly Actor Other = TestRemittances.Person("Other");

    [Fact]
    public void Create_OnAnUnapprovedAccount_IsRefused() =>
        Refused(() => new Remittance(Guid.CreateVersion7(), "N", TestRemittances.Account(approved: false), "T", PaymentScheme.Core, Other, TestRemittances.Now))
            .ShouldBe(SepaErrorCodes.CreditorAccountNotApproved);

    [Fact]
    public void Submit_WithErrors_IsRefused() => Refused(() => Submit(TestRemittances.Draft(errors: 1))).ShouldBe(SepaErrorCodes.RemittanceHasErrors);

    [Fact]
    public void Submit_WithoutOrders_IsRefused()
    {
        var remittance = TestRemittances.Draft();
        remittance.Checked(default, new CheckSummary(0, 0, ""));
        Refused(() => Submit(remittance)).ShouldBe(SepaErrorCodes.NothingToCollect);
    }

    [Fact]
    public void Submit_WithWarnings_NeedsTheirAcknowledgement()
    {
        var remittance = TestRemittances.Draft(warnings: 2);
        Refused(() => Submit(remittance)).ShouldBe(SepaErrorCodes.WarningsNotAcknowledged);
        remittance.AcknowledgeWarnings(TestRemittances.Editor, TestRemittances.Now);
        Submit(remittance);
        remittance.Status.ShouldBe(RemittanceStatus.Submitted);
    }

    [Fact]
    public void Checked_WithOtherWarnings_ForgetsTheAcknowledgement()
    {
        var remittance = TestRemittances.Draft(warnings: 2);
        remittance.AcknowledgeWarnings(TestRemittances.Editor, TestRemittances.Now);
        remittance.Checked(new RemittanceTotals(3, 6_000, null), new CheckSummary(0, 2, "others"));
        remittance.WarningsAcknowledgedBy.ShouldBeNull();
    }

    [Fact]
    public void Checked_WithTheSameWarnings_KeepsTheAcknowledgement()
    {
        var remittance = TestRemittances.Draft(warnings: 2);
        remittance.AcknowledgeWarnings(TestRemittances.Editor, TestRemittances.Now);
        remittance.Checked(new RemittanceTotals(3, 6_000, null), new CheckSummary(0, 2, "w"));
        remittance.WarningsAcknowledgedBy.ShouldBe(TestRemittances.Editor.Id);
    }

    [Fact]
    public void Approve_ByItsCreator_IsRefused() => Refused(() => Approve(TestRemittances.Submitted(), TestRemittances.Editor)).ShouldBe(SepaErrorCodes.FourEyes);

    [Fact]
    public void Approve_ByNobody_IsRefused() => Refused(() => Approve(TestRemittances.Submitted(), new Actor(Guid.Empty, null))).ShouldBe(SepaErrorCodes.FourEyes);

    [Fact]
    public void Approve_ByWhoeverAcknowledgedWarnings_IsRefused()
    {
        var remittance = TestRemittances.Draft(warnings: 1);
        remittance.AcknowledgeWarnings(Other, TestRemittances.Now);
        Submit(remittance);
        Refused(() => Approve(remittance, Other)).ShouldBe(SepaErrorCodes.FourEyes);
    }

    [Fact]
    public void Approve_ByWhoeverSubmittedAnEarlierRound_IsRefused()
    {
        var remittance = TestRemittances.Draft();
        remittance.Submit(Other, TestRemittances.Now, TestRemittances.Hash, 1);
        remittance.Reject(TestRemittances.Approver, "no", TestRemittances.Now);
        Submit(remittance);
        Refused(() => Approve(remittance, Other)).ShouldBe(SepaErrorCodes.FourEyes);
    }

    [Theory]
    [InlineData("other", TestRemittances.Hash)]
    [InlineData(TestRemittances.Hash, "other")]
    public void Approve_OfOtherContent_IsRefused(string seen, string present) =>
        Refused(() => TestRemittances.Submitted().Approve(Other, null, seen, present, TestRemittances.Now)).ShouldBe(SepaErrorCodes.RemittanceChanged);

    [Fact]
    public void Approve_TwiceByOnePerson_IsRefused()
    {
        var remittance = TestRemittances.Submitted(requiredApprovals: 2);
        Approve(remittance, Other);
        remittance.IsFullyApproved.ShouldBeFalse();
        Refused(() => Approve(remittance, Other)).ShouldBe(SepaErrorCodes.ApprovedTwice);
    }

    [Fact]
    public void Issue_BeforeTheSecondApproval_IsRefused()
    {
        var remittance = TestRemittances.Submitted(requiredApprovals: 2);
        Approve(remittance, Other);
        Refused(() => remittance.Issue(TestRemittances.File, TestRemittances.Now)).ShouldBe(SepaErrorCodes.RemittanceNotApproved);
        Approve(remittance, TestRemittances.Approver);
        remittance.Issue(TestRemittances.File, TestRemittances.Now);
        remittance.Status.ShouldBe(RemittanceStatus.Approved);
    }

    [Fact]
    public void Reject_AfterAnApproval_MakesItWorthless()
    {
        var remittance = TestRemittances.Submitted(requiredApprovals: 2);
        Approve(remittance, Other);
        remittance.Reject(TestRemittances.Approver, "wrong month", TestRemittances.Now);
        Submit(remittance);
        remittance.CurrentApprovals().ShouldBeEmpty();
    }

    [Fact]
    public void Issued_Whatever_CannotChange()
    {
        var remittance = TestRemittances.Submitted();
        Approve(remittance, Other);
        remittance.Issue(TestRemittances.File, TestRemittances.Now);
        Action[] acts =
        [
            () => remittance.Edit(Other), () => remittance.Cancel(), () => remittance.Withdraw(TestRemittances.Editor),
            () => remittance.Reject(Other, "r", TestRemittances.Now), () => Submit(remittance), () => remittance.AcknowledgeWarnings(Other, TestRemittances.Now),
            () => remittance.Checked(new RemittanceTotals(3, 6_000, null), default), () => Approve(remittance, TestRemittances.Approver),
        ];
        acts.ShouldAllBe(act => Refused(act) == SepaErrorCodes.RemittanceState);
    }

    [Fact]
    public void Withdraw_ByAStranger_IsRefused() => Refused(() => TestRemittances.Submitted().Withdraw(Other)).ShouldBe(SepaErrorCodes.RemittanceNotYours);

    private static void Submit(Remittance remittance) => remittance.Submit(TestRemittances.Editor, TestRemittances.Now, TestRemittances.Hash, remittance.RequiredApprovals);

    private static void Approve(Remittance remittance, Actor person) => remittance.Approve(person, null, TestRemittances.Hash, TestRemittances.Hash, TestRemittances.Now);

    private static string Refused(Action act) => Should.Throw<BusinessException>(act).Code;
}
