namespace Platform.Identity.Tests;

public sealed class PasswordPolicy_Tests
{
    private static readonly PasswordPolicy Default = new(9, MixedCase: true);
    private static readonly PasswordPolicy Weakest = new(0, MixedCase: false);

    [Theory]
    [InlineData("Brioche-dor-47")]
    [InlineData("Été à Lyon 24")]
    [InlineData("xK7!aaaab")]
    [Trait("Req", "IDN-01")]
    public void Check_GoodPassword_IsAccepted(string password) => Codes(Default, password).ShouldBeEmpty();

    [Theory]
    [InlineData("xK7!abcd", IdentityErrorCodes.PasswordTooShort)]
    [InlineData("1234-56789", IdentityErrorCodes.PasswordNeedsLetter)]
    [InlineData("brioche-dor-47", IdentityErrorCodes.PasswordNeedsUpper)]
    [InlineData("BRIOCHE-DOR-47", IdentityErrorCodes.PasswordNeedsLower)]
    [InlineData("Brioche-dor-xx", IdentityErrorCodes.PasswordNeedsDigit)]
    [InlineData("Briochedor47", IdentityErrorCodes.PasswordNeedsSymbol)]
    [InlineData("Password-1234", IdentityErrorCodes.PasswordCommon)]
    [InlineData("P@ssw0rd2024!", IdentityErrorCodes.PasswordCommon)]
    [InlineData("!!Football99", IdentityErrorCodes.PasswordCommon)]
    [Trait("Req", "IDN-01")]
    public void Check_WeakPassword_NamesTheRule(string password, string code) => Codes(Default, password).ShouldBe([code]);

    [Fact]
    [Trait("Req", "IDN-01")]
    public void Check_WeakestPolicy_StillWantsEightCharactersLetterDigitAndSymbol()
    {
        Weakest.MinimumLength.ShouldBe(8);
        Codes(Weakest, "zqxv-w41").ShouldBeEmpty();
        Codes(Weakest, "zqxv-41").ShouldBe([IdentityErrorCodes.PasswordTooShort]);
        Codes(Weakest, "zqxvw-yt").ShouldBe([IdentityErrorCodes.PasswordNeedsDigit]);
        Codes(Weakest, "zqxvw411").ShouldBe([IdentityErrorCodes.PasswordNeedsSymbol]);
        Codes(Weakest, "4179-3658").ShouldBe([IdentityErrorCodes.PasswordNeedsLetter]);
    }

    [Theory]
    [InlineData("Amelie-2026-x")]
    [InlineData("xx-LEFÈVRE-42")]
    [InlineData("compta.nord-4A")]
    [Trait("Req", "IDN-01")]
    public void Check_NameOrMailboxInside_IsRefusedWhateverCaseAndAccents(string password) =>
        Codes(Default, password, "Amélie Lefèvre", "compta.nord@lefevre.example").ShouldBe([IdentityErrorCodes.PasswordPersonal]);

    [Fact]
    [Trait("Req", "IDN-01")]
    public void Check_EndlessPassword_IsRefusedWithoutReadingIt() =>
        Codes(Default, new string('a', 100_000)).ShouldBe([IdentityErrorCodes.PasswordTooLong]);

    [Fact]
    [Trait("Req", "IDN-08")]
    public void And_TwoPolicies_KeepsTheStricterOfEachRule()
    {
        new PasswordPolicy(12, MixedCase: false).And(9, mixedCase: true).ShouldBe(new PasswordPolicy(12, MixedCase: true));
        new PasswordPolicy(8, MixedCase: true).And(10, mixedCase: false).ShouldBe(new PasswordPolicy(10, MixedCase: true));
    }

    private static IEnumerable<string> Codes(PasswordPolicy policy, string password, string name = "Nobody Particular", string email = "q@x.example") =>
        policy.Check(password, PasswordPolicy.PersonalWords(name, email)).Select(e => e.Code).ToArray();
}
