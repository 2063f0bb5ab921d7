using FsCheck;
using FsCheck.Fluent;
using Platform.Kernel;

namespace Platform.Sepa.Tests;

/// <summary>Whatever four people do, in whatever order and with whosever lent rights, nobody ever approves what they had a hand in.</summary>
[Trait("Req", "SEP-08")]
public sealed class FourEyes_Tests
{
    private static readonly Actor[] People = [.. Enumerable.Range(0, 4).Select(i => TestRemittances.Person($"Person {i}"))];

    private enum Act
    {
        Edit,
        Acknowledge,
        Submit,
        Withdraw,
        Approve,
        Reject,
        Issue,
    }

    [Fact]
    public void AnySequenceOfActs_NeverLetsAPreparerApprove() =>
        Prop.ForAll(Acts(), Gen.Choose(1, 2).ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static Arbitrary<(int Person, int Lender, int Act)[]> Acts() => (
        from person in Gen.Choose(0, People.Length - 1)
        from lender in Gen.Choose(0, People.Length - 1)
        from act in Gen.Choose(0, Enum.GetValues<Act>().Length - 1)
        select (person, lender, act)).ArrayOf(40).ToArbitrary();

    private static bool Holds((int Person, int Lender, int Act)[] acts, int required)
    {
        var remittance = TestRemittances.Draft(People[0], warnings: 1);
        var prepared = new HashSet<Guid> { People[0].Id };
        foreach (var (person, lender, act) in acts)
            Try(remittance, People[person], person == lender ? null : People[lender], (Act)act, required, prepared);
        var approvals = remittance.CurrentApprovals().ToList();
        var approvers = approvals.Select(a => a.UserId).Concat(approvals.Select(a => a.OnBehalfOf).OfType<Guid>()).ToList();
        return !approvers.Any(prepared.Contains)
            && approvers.Distinct().Count() == approvers.Count
            && (remittance.Status != RemittanceStatus.Approved || approvals.Count >= required);
    }

    private static void Try(Remittance remittance, Actor person, Actor? lender, Act act, int required, HashSet<Guid> prepared)
    {
        try
        {
            Do(remittance, person, lender, act, required);
            if (act is Act.Edit or Act.Acknowledge or Act.Submit)
                prepared.Add(person.Id);
        }
        catch (BusinessException)
        {
            // Refused acts change nothing; which are refused is what the other tests say.
        }
    }

    private static void Do(Remittance remittance, Actor person, Actor? lender, Act act, int required)
    {
        switch (act)
        {
            case Act.Edit: remittance.Edit(person); break;
            case Act.Acknowledge: remittance.AcknowledgeWarnings(person, TestRemittances.Now); break;
            case Act.Submit: remittance.Submit(person, TestRemittances.Now, TestRemittances.Hash, required); break;
            case Act.Withdraw: remittance.Withdraw(person); break;
            case Act.Approve: remittance.Approve(person, lender, TestRemittances.Hash, TestRemittances.Hash, TestRemittances.Now); break;
            case Act.Reject: remittance.Reject(person, "reason", TestRemittances.Now); break;
            default: remittance.Issue(TestRemittances.File, TestRemittances.Now); break;
        }
    }
}
