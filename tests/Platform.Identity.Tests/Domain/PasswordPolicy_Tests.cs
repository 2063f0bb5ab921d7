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

    [Theory]
    [InlineData("Boulangerie-47x")]
    [InlineData("xx9-lefevre-X")]
    [InlineData("Platform-58-xy")]
    [Trait("Req", "IDN-01")]
    public void Check_NameOfCompanyOrProductInside_IsRefusedWhateverCaseAndAccents(string password) =>
        Default.Check(password, [], [.. PasswordPolicy.CompanyWords("Boulangerie Lefèvre SA"), .. PasswordPolicy.CompanyWords("Platform")]).Select(e => e.Code).ShouldBe([IdentityErrorCodes.PasswordOfCompany]);

    [Fact]
    [Trait("Req", "IDN-01")]
    public void CompanyWords_LegalFormsAndArticles_ForbidNothing() => PasswordPolicy.CompanyWords("Le Pré & Co. SA").ShouldBeEmpty();

    [Fact]
    [Trait("Req", "IDN-01")]
    public void Check_CommonWordsMadeToFit_AreRefusedByTheirThousands()
    {
        var words = CommonPasswords.Words.Where(w => w.Length >= 4 && w.All(char.IsAsciiLetter)).ToList();
        var fitting = words.SelectMany(w => new[] { $"{char.ToUpperInvariant(w[0])}{w[1..]}2026!", $"!1234{w[..^1]}{char.ToUpperInvariant(w[^1])}" })
            .Where(p => Default.Check(p, [], []).All(e => e.Code == IdentityErrorCodes.PasswordCommon)).ToList();
        CommonPasswords.Words.Count.ShouldBe(10_000);
        fitting.Count.ShouldBeGreaterThan(3_000, "what the other rules refuse proves nothing");
        fitting.Where(p => !Codes(Default, p).Contains(IdentityErrorCodes.PasswordCommon)).ShouldBeEmpty();
        CommonPasswords.Words.Where(w => !Weakest.Check(w, [], []).Any()).ShouldBeEmpty("as they stand on the list");
    }

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
        policy.Check(password, PasswordPolicy.PersonalWords(name, email), []).Select(e => e.Code).ToArray();
}
