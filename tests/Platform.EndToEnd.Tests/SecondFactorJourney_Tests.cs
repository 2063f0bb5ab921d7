using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>An authenticator app set up in the browser, and signing in with it afterwards.</summary>
[Trait("Req", "IDN-06")]
[Trait("Req", "OPS-06")]
public sealed class SecondFactorJourney_Tests(BrowserFixture browser)
{
    private const string Page = "/account/second-factor";

    [Theory]
    [InlineData(TestDatabase.Sqlite, "benoit", "en")]
    [InlineData(TestDatabase.PostgreSql, "camille", "fr")]
    public async Task Journey_SetUpAndSignInAgain_AsksForTheCode(TestDatabase database, string name, string language)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var person = await Person.SignInAsync(browser, host, name);
        await person.OpenAsync(Page);
        (await person.Page.GetAttributeAsync("html", "lang")).ShouldBe(language);
        await person.LookAtBothWidthsAsync($"{language}-factor-none");
        var recovery = await SetUpAsync(person, name, language);

        await person.Page.Context.ClearCookiesAsync();
        await SignInAsync(person, name);
        await person.Page.WaitForURLAsync("**/account/code**");
        await person.LookAtBothWidthsAsync($"{language}-factor-code");
        await person.Page.FillAsync("#Code", "000000");
        await person.Page.PressAsync("#Code", "Enter");
        await Assertions.Expect(person.Page.Locator(".invalid-feedback, .p-error").First).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-factor-refused");
        await person.Page.FillAsync("#Code", recovery);
        await person.Page.PressAsync("#Code", "Enter");
        await person.Page.WaitForURLAsync("**/t/**");

        await person.OpenAsync(Page);
        (await person.Page.InnerTextAsync("main")).ShouldContain("9");
        await person.LookAtBothWidthsAsync($"{language}-factor-on");
        await person.OpenAsync("/account/confirm");
        await person.LookAtBothWidthsAsync($"{language}-factor-confirm");
    }

    // As the picture: what the phone would scan is the same key.
    private static async Task<string> SetUpAsync(Person person, string name, string language)
    {
        await BeginAsync(person, name);
        await person.LookAtBothWidthsAsync($"{language}-factor-setup");
        var recovery = await FinishAsync(person);
        await person.LookAtBothWidthsAsync($"{language}-factor-codes");
        return recovery;
    }

    /// <summary>The same without a look.</summary>
    /// <returns>A recovery code.</returns>
    internal static async Task<string> SetUpAsync(Person person, string name)
    {
        await person.OpenAsync(Page);
        await BeginAsync(person, name);
        return await FinishAsync(person);
    }

    private static async Task BeginAsync(Person person, string name)
    {
        await person.Page.FillAsync("#Password", DemoPeople.Password(name));
        await person.Page.PressAsync("#Password", "Enter");
        await Assertions.Expect(person.Page.Locator(".i-qr svg")).ToBeVisibleAsync();
    }

    private static async Task<string> FinishAsync(Person person)
    {
        var key = await person.Page.InnerTextAsync("#setup-key");
        await person.Page.FillAsync("#Code", CodeOf(key));
        await person.Page.PressAsync("#Code", "Enter");
        await Assertions.Expect(person.Page.Locator("#recovery-codes li")).ToHaveCountAsync(10);
        return await person.Page.InnerTextAsync("#recovery-codes li >> nth=0");
    }

    private static async Task SignInAsync(Person person, string name)
    {
        await person.OpenAsync("/account/sign-in");
        await person.Page.FillAsync("#Input_Email", DemoPeople.Email(name));
        await person.Page.FillAsync("#Input_Password", DemoPeople.Password(name));
        await person.Page.PressAsync("#Input_Password", "Enter");
    }

    // Its own few lines of RFC 6238, so that the product is not measured by itself.
    private static string CodeOf(string key)
    {
        var bits = string.Concat(key.Where(char.IsLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] bytes = [.. bits.Chunk(8).Where(c => c.Length == 8).Select(c => Convert.ToByte(new string(c), 2))];
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticator apps do.
        var hash = HMACSHA1.HashData(bytes, counter);
#pragma warning restore CA5350
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }
}
