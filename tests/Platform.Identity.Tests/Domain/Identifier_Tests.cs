namespace Platform.Identity.Tests;

public sealed class Identifier_Tests
{
    [Theory]
    [InlineData("nina.neuve@new.example", "n•••@new.example")]
    [InlineData(" @new.example", "@•••")]
    [InlineData("OLD-17", "O•••")]
    [InlineData("", "•••")]
    [Trait("Req", "IDN-12")]
    public void LinkMask_AnyRecipient_ShowsTheFirstLetterAndTheDomain(string recipient, string masked) => Link.Mask(recipient).ShouldBe(masked);

    [Theory]
    [InlineData("203.0.113.5", "203.0.113.5")]
    [InlineData("::ffff:203.0.113.5", "203.0.113.5")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData(null, null)]
    [InlineData("proxy", null)]
    [Trait("Req", "IDN-02")]
    public void NetworkOf_ClientAddress_IsWhatOneSubscriberOwns(string? address, string? network) =>
        FailureCounter.NetworkOf(address).ShouldBe(network);

    [Fact]
    [Trait("Req", "IDN-15")]
    public void ApiToken_New_KeepsOnlyTheHash()
    {
        var (row, token) = ApiToken.New(Guid.CreateVersion7(), "Shop", null, ["A.B", "A.C"], DateTime.UnixEpoch, 30);
        token.ShouldStartWith("plf_");
        token.Length.ShouldBe(47);
        row.TokenHash.ShouldBe(Secrets.Hash(token));
        row.Hint.ShouldBe(token[..8]);
        row.ScopeList.ShouldBe(["A.B", "A.C"]);
        row.ExpiresAt.ShouldBe(DateTime.UnixEpoch.AddDays(30));
    }

    [Fact]
    [Trait("Req", "IDN-13")]
    public void Session_EffectiveEnd_IsTheEarlierOfIdleAndAbsolute()
    {
        var start = DateTime.UnixEpoch;
        var session = new UserSession { LastSeenAt = start, ExpiresAt = start.AddHours(12), IdleMinutes = 30 };
        session.EffectiveEnd.ShouldBe(start.AddMinutes(30));
        session.LastSeenAt = start.AddHours(11.9);
        session.EffectiveEnd.ShouldBe(start.AddHours(12));
        session.IdleMinutes = 0;
        session.EffectiveEnd.ShouldBe(start.AddHours(12));
    }
}
