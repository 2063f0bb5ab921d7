using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;
using Shouldly;
using Xunit;
using static Platform.Framework.Tests.Ui.TagHelperRenderer;

namespace Platform.Framework.Tests.Ui;

public sealed class TagHelper_Tests
{
    [Fact]
    public async Task Icon_KnownName_IsInlineAndHiddenFromScreenReaders()
    {
        var html = await RenderAsync(new IconTagHelper { Name = "send", Class = "p-check" });

        html.ShouldStartWith("<svg class=\"icon p-check\"");
        html.ShouldContain("aria-hidden=\"true\"");
        html.ShouldContain("<path d=");
    }

    [Fact]
    public async Task Icon_UnknownName_ThrowsAndNamesIt() =>
        (await Should.ThrowAsync<ArgumentException>(() => RenderAsync(new IconTagHelper { Name = "no-such-icon" }))).Message.ShouldContain("no-such-icon");

    [Theory]
    [InlineData(Tone.Neutral, "p-tone-neutral")]
    [InlineData(Tone.Info, "p-tone-info")]
    [InlineData(Tone.Success, "p-tone-success")]
    [InlineData(Tone.Warning, "p-tone-warning")]
    [InlineData(Tone.Danger, "p-tone-danger")]
    [Trait("Req", "OPS-06")]
    public async Task Status_AnyTone_ShowsIconAndEncodedWord(Tone tone, string cssClass)
    {
        var html = await RenderAsync(new StatusTagHelper { Value = "Sent", Tone = tone, Text = "Sent <b>" });

        html.ShouldStartWith($"<span class=\"p-status {cssClass}\" data-status=\"Sent\"><svg");
        html.ShouldEndWith("Sent &lt;b&gt;</span>");
    }

    [Theory]
    [InlineData("fr-FR", 123456789L, "1\u202f234\u202f567,89\u00a0€")]
    [InlineData("en-GB", 123456789L, "€1,234,567.89")]
    [InlineData("en-GB", -5L, "-€0.05")]
    [InlineData("ja-JP", 100L, "€1.00")]
    public async Task Money_InACulture_IsWrittenItsWayInEuro(string culture, long cents, string expected)
    {
        var html = await InCultureAsync(culture, () => RenderAsync(new MoneyTagHelper { Cents = cents }));

        WebUtility.HtmlDecode(html).ShouldEndWith($">{expected}</span>");
        html.Contains("p-money-negative").ShouldBe(cents < 0);
    }

    [Fact]
    public async Task Money_Null_IsADash() => (await RenderAsync(new MoneyTagHelper())).ShouldBe("<span class=\"p-money\">–</span>");

    [Theory]
    [InlineData("FR7630006000011234567890189", false, "FR76 3000 6000 0112 3456 7890 189")]
    [InlineData("FR76 3000 6000 0112 3456 7890 189", true, "FR76 •••• 0189")]
    [InlineData("NO9386011117947", true, "NO93 •••• 7947")]
    [InlineData("BE7112345", true, "••••")]
    public void Iban_Formatted_IsGroupedOrMasked(string value, bool mask, string expected) =>
        IbanTagHelper.Format(value, mask).Replace('\u00a0', ' ').ShouldBe(expected);

    [Fact]
    public async Task Date_Day_HasNoTimeZone()
    {
        var html = await InCultureAsync("fr-FR", () => RenderAsync(new DateTagHelper { Value = new DateOnly(2026, 11, 2) }));

        html.ShouldBe("<time class=\"p-date\" datetime=\"2026-11-02\">02/11/2026</time>");
    }

    [Fact]
    public async Task Date_Moment_SaysUtcUntilTheBrowserMakesItLocal()
    {
        var html = await InCultureAsync("en-GB", () => RenderAsync(new DateTagHelper { Value = new DateTime(2026, 11, 2, 23, 5, 0, DateTimeKind.Utc) }));

        html.ShouldContain("datetime=\"2026-11-02T23:05:00Z\" data-p-local");
        html.ShouldEndWith(">02/11/2026 23:05 UTC</time>");
    }

    [Fact]
    public async Task Date_OfAnotherType_Throws() =>
        await Should.ThrowAsync<ArgumentException>(() => RenderAsync(new DateTagHelper { Value = "2026-11-02" }));

    [Fact]
    public async Task Empty_WithActions_ShowsThemBelowTheText()
    {
        var html = await RenderAsync(new EmptyTagHelper { Title = "No mandates", Text = "Import some" }, "<a href=\"/x\">Import</a>");

        html.IndexOf("No mandates").ShouldBeLessThan(html.IndexOf("Import some"));
        html.ShouldContain("<div class=\"p-empty-actions\"><a href=\"/x\">Import</a></div>");
    }

    [Fact]
    public async Task PageHeader_WithoutActions_HasOneHeadingAndNoEmptyBox()
    {
        var html = await RenderAsync(new PageHeaderTagHelper { Title = "Mandates & more" }, "  \n ");

        html.ShouldContain("<h1 class=\"p-page-title\">Mandates &amp; more</h1>");
        html.ShouldNotContain("p-actions");
    }

    [Theory]
    [InlineData(Tone.Danger, "alert")]
    [InlineData(Tone.Warning, "status")]
    [Trait("Req", "OPS-06")]
    public async Task Alert_OfATone_HasItsRole(Tone tone, string role) =>
        (await RenderAsync(new AlertTagHelper { Tone = tone, Title = "Title" }, "body")).ShouldContain($"role=\"{role}\"");

    [Theory]
    [InlineData("en", "Previous", "Next")]
    [InlineData("fr", "Précédent", "Suivant")]
    public async Task Pager_OnTheFirstPage_LinksOnlyForward(string culture, string previous, string next)
    {
        var html = await InCultureAsync(culture, () => RenderAsync(new PagerTagHelper(Texts()) { Next = "?after=7", Text = "20 of 437", Target = "#list" }));

        html.ShouldContain("20 of 437");
        html.ShouldMatch($"<span class=\"btn btn-sm disabled\">.*{previous}");
        html.ShouldMatch($"<a class=\"btn btn-sm\" href=\"\\?after=7\" hx-get=\"\\?after=7\" hx-push-url=\"true\" hx-target=\"#list\" rel=\"next\">.*{next}");
    }

    private static IStringLocalizer<PlatformResource> Texts() =>
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<PlatformResource>>();
}
