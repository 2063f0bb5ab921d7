namespace Platform.Tenancy.Tests;

[Trait("Req", "TEN-02")]
public sealed class Membership_Tests
{
    private static readonly DateTime Monday = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void New_WithoutPersonOrCompany_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new Membership(Guid.Empty, Guid.CreateVersion7(), Monday));
        Should.Throw<ArgumentException>(() => new Membership(Guid.CreateVersion7(), Guid.Empty, Monday));
    }

    [Fact]
    public void End_Twice_KeepsTheFirstTime()
    {
        var membership = New();
        membership.End(Monday.AddDays(1));
        membership.End(Monday.AddDays(2));
        membership.State.ShouldBe(MembershipState.Ended);
        membership.EndedAt.ShouldBe(Monday.AddDays(1));
    }

    [Fact]
    public void Resume_AfterEnd_StartsAnew()
    {
        var membership = New();
        membership.End(Monday.AddDays(1));
        membership.Resume(Monday.AddDays(2));
        (membership.State, membership.EndedAt, membership.JoinedAt).ShouldBe((MembershipState.Active, null, Monday.AddDays(2)));
    }

    [Fact]
    public void Resume_WhileActive_ChangesNothing()
    {
        var membership = New();
        membership.Resume(Monday.AddDays(2));
        membership.JoinedAt.ShouldBe(Monday);
    }

    private static Membership New() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Monday);
}
