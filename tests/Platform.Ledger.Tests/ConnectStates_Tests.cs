using Microsoft.AspNetCore.DataProtection;
using Platform.Kernel;

namespace Platform.Ledger.Tests;

[Trait("Req", "VLT-02")]
public sealed class ConnectStates_Tests
{
    private const string Browser = "browser";

    private readonly Person _person = new();
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly ConnectStates _states;

    public ConnectStates_Tests() => _states = new ConnectStates(new EphemeralDataProtectionProvider(), _person, _clock);

    [Fact]
    public void Open_SamePersonAndBrowser_IsWhatWasBegun()
    {
        var state = _states.Begin("lefevre", Browser);
        _states.Open(_states.Protect(state), Browser).ShouldBe(state);
    }

    [Fact]
    public void Open_TenMinutesLater_IsRefused()
    {
        var state = _states.Protect(_states.Begin("lefevre", Browser));
        _clock.Advance(TimeSpan.FromMinutes(10));
        CodeOf(state, Browser).ShouldBe(LedgerErrorCodes.StateExpired);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another")]
    public void Open_OtherBrowser_IsRefused(string? browser) =>
        CodeOf(_states.Protect(_states.Begin("lefevre", Browser)), browser).ShouldBe(LedgerErrorCodes.StateInvalid);

    [Fact]
    public void Open_OtherPerson_IsRefused()
    {
        var state = _states.Protect(_states.Begin("lefevre", Browser));
        _person.Info = new CurrentUserInfo(Guid.CreateVersion7());
        CodeOf(state, Browser).ShouldBe(LedgerErrorCodes.StateInvalid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not sealed here")]
    public void Open_NotOurs_IsRefused(string? state) => CodeOf(state, Browser).ShouldBe(LedgerErrorCodes.StateInvalid);

    [Fact]
    public void Open_SealedHereForSomethingElse_IsRefused()
    {
        var protection = new EphemeralDataProtectionProvider();
        var states = new ConnectStates(protection, _person, _clock);
        var other = protection.CreateProtector("Platform.Identity.PasswordAccepted.v3").Protect(System.Text.Json.JsonSerializer.Serialize(states.Begin("lefevre", Browser)));
        Should.Throw<BusinessException>(() => states.Open(other, Browser)).Code.ShouldBe(LedgerErrorCodes.StateInvalid);
    }

    private string CodeOf(string? state, string? browser) => Should.Throw<BusinessException>(() => _states.Open(state, browser)).Code;

    private sealed class Person : ICurrentUser
    {
        public CurrentUserInfo Info { get; set; } = new(Guid.CreateVersion7());

        public Guid? Id => Info.Id;

        public IDisposable Change(CurrentUserInfo info) => throw new NotSupportedException();
    }
}
