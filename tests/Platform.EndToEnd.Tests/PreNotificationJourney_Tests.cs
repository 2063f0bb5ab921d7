using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Platform.Kernel;
using Platform.Sepa;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>Debtors are told: switched on, seen at the remittance, one written to at a new address, one by letter.</summary>
[Trait("Req", "SEP-13")]
[Trait("Req", "OPS-06")]
public sealed class PreNotificationJourney_Tests(BrowserFixture browser)
{
    private const string Company = "/t/lefevre";
    private const string Rows = "#pre-notification-list [data-pre-notification]";

    [Theory]
    [InlineData(TestDatabase.Sqlite, "fr", ColorScheme.Dark)]
    [InlineData(TestDatabase.PostgreSql, "en", ColorScheme.Light)]
    public async Task Journey_FromTheSwitchToTheLetter_TellsEveryDebtor(TestDatabase database, string language, ColorScheme scheme)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var camille = await Person.SignInAsync(browser, host, "camille", scheme: scheme);
        await camille.OpenAsync($"/preferences/culture?culture={language}&returnUrl={Company}/pre-notifications");
        var pictures = $"{database}-{language}-pre-notifications";
        await SwitchOnAsync(camille, pictures);
        await LookAtRemittanceAsync(camille, await ApprovedAsync(host), pictures);
        await WriteToOneAsync(camille, pictures);
        await PostTheOtherAsync(camille, pictures);
    }

    private static async Task SwitchOnAsync(Person camille, string pictures)
    {
        await camille.Page.ClickAsync("main a[href$='/pre-notifications/settings']");
        await camille.Page.CheckAsync("#Input_IsEnabled");
        await camille.Page.FillAsync("#Input_NoticeDays", "99");
        await camille.Page.ClickAsync("main form .btn-primary");
        await Assertions.Expect(camille.Page.Locator("#Input_NoticeDays-error")).ToBeVisibleAsync();
        await camille.LookAtBothWidthsAsync($"{pictures}-settings");
        await camille.Page.FillAsync("#Input_NoticeDays", "5");
        await camille.Page.FillAsync("#Input_Contact", "04 72 00 00 00");
        await camille.Page.ClickAsync("main form .btn-primary");
        await Assertions.Expect(camille.Page.Locator("#Input_NoticeDays-error")).ToHaveCountAsync(0);
    }

    private static async Task LookAtRemittanceAsync(Person camille, Guid remittance, string pictures)
    {
        await camille.OpenAsync($"{Company}/remittances/{remittance}");
        // The approval planned them in the background, or this does.
        var plan = camille.Page.Locator("#pre-notifications form button");
        if (await plan.CountAsync() > 0)
            await plan.ClickAsync();
        await Assertions.Expect(camille.Page.Locator("[data-count=NoAddress]")).ToHaveTextAsync("2");
        await camille.LookAtBothWidthsAsync($"{pictures}-remittance");
        await camille.Page.ClickAsync("[data-count=NoAddress] a");
        await Assertions.Expect(camille.Page.Locator(Rows)).ToHaveCountAsync(2);
    }

    private static async Task WriteToOneAsync(Person camille, string pictures)
    {
        await camille.Page.ClickAsync("#pre-notification-list details >> nth=0");
        await camille.LookAtBothWidthsAsync($"{pictures}-list");
        await camille.Page.FillAsync("input[name=Email] >> nth=0", "found@example.org");
        await camille.Page.ClickAsync("form[action*='handler=Send'] button >> nth=0");
        await Assertions.Expect(camille.Page.Locator(Rows)).ToHaveCountAsync(1);
    }

    private static async Task PostTheOtherAsync(Person camille, string pictures)
    {
        await camille.Page.ClickAsync("main a[href*='/pre-notifications/letters']");
        (await camille.Page.Locator(".s-letter").CountAsync()).ShouldBe(1);
        await camille.LookAtBothWidthsAsync($"{pictures}-letters");
        await camille.Page.ClickAsync("form[action*='/pre-notifications/letters'] button");
        await camille.OpenAsync($"{Company}/pre-notifications?state=ToldOtherwise");
        await Assertions.Expect(camille.Page.Locator(Rows)).ToHaveCountAsync(1);
        await camille.OpenAsync($"{Company}/pre-notifications/letters");
        (await camille.Page.Locator(".s-letter").CountAsync()).ShouldBe(0);
    }

    private static async Task<Guid> ApprovedAsync(TestHost host)
    {
        var company = await host.CompanyAsync("lefevre");
        var (camille, victor) = (await host.PersonAsync("camille"), await host.PersonAsync("victor"));
        var on = TargetCalendar.NextOpen(DateOnly.FromDateTime(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(40));
        var account = (await RunAsync<ICreditorAccountAppService, IReadOnlyList<CreditorAccountDto>>(camille, s => s.GetListAsync()))[0].Id;
        foreach (var number in Enumerable.Range(1, 2))
        {
            var mandate = await RunAsync<IMandateAppService, MandateDto>(camille, s => s.CreateAsync(new SaveMandateDto(
                $"PRE-{number}", account, SddScheme.Core, MandateType.Recurrent, new DateOnly(2026, 1, 15), "Julien Martin", "FR7616958230040009668127476")));
            await RunAsync<ICollectionAppService, CollectionDto>(camille, s => s.CreateAsync(new CreateCollectionDto(mandate.Id, 10m * number, on)));
        }

        var waiting = await RunAsync<ICollectionAppService, PagedResult<CollectionDto>>(camille, s => s.GetListAsync(new GetCollectionsInput("PRE-")));
        var chosen = new OrderSelectionDto(OrderIds: [.. waiting.Items.Select(c => c.Id)]);
        var draft = await RunAsync<IRemittanceAppService, RemittanceDto>(camille, s => s.CreateAsync(new CreateRemittanceDto(Guid.CreateVersion7(), account, "Pre", PaymentScheme.Core, chosen)));
        var submitted = await RunAsync<IRemittanceAppService, RemittanceDto>(camille, s => s.SubmitAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        return (await RunAsync<IRemittanceAppService, RemittanceDto>(victor, s => s.ApproveAsync(draft.Id, new ApproveRemittanceDto(submitted.ContentHash ?? "")))).Id;

        Task<T> RunAsync<TService, T>(CurrentUserInfo person, Func<TService, Task<T>> work) where TService : notnull =>
            host.RunAsync(company, person, s => work(s.GetRequiredService<TService>()));
    }
}
