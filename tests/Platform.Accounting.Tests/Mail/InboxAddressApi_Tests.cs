using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Platform.Audit;
using Platform.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Accounting.Tests;

/// <summary>The address itself: who sees and changes it, in the API and on the page.</summary>
[Collection("MailIn"), Trait("Req", "ACC-04")]
public sealed class InboxAddressApi_Tests(MailHosts hosts, TestHosts others)
{
    private const string Api = "/api/t/lefevre/inbox-address";
    private const string Page = "/t/lefevre/settings/accounting/mail";

    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Address_TurnedOnReplacedAndOff_IsOnRecordWithoutItsSecret(TestDatabase database)
    {
        var inbox = await hosts.OpenAsync(database);
        using var amelie = inbox.Host.CreateClient(DemoPeople.Token("amelie"));
        using var renewed = await amelie.PostAsync(new Uri(Api, UriKind.Relative), null, Aborted);
        var address = (await renewed.Content.ReadFromJsonAsync<InboxAddressDto>(Aborted))!.Address!;
        address.ShouldNotBe(inbox.Address);
        using var off = await amelie.DeleteAsync(new Uri(Api, UriKind.Relative), Aborted);
        off.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await amelie.GetFromJsonAsync<InboxAddressDto>(Api, Aborted))!.ShouldSatisfyAllConditions(i => i.IsAvailable.ShouldBeTrue(), i => i.Address.ShouldBeNull());
        var entries = (await inbox.TrailAsync("Created")).Concat(await inbox.TrailAsync("Updated")).Where(e => e.EntityType == "InboxAddress").ToList();
        entries.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var entry in entries)
        {
            var told = await inbox.RunAsync(s => s.GetRequiredService<IAuditAppService>().GetAsync(entry.Id, cancellationToken: Aborted));
            told.Changes.ShouldAllBe(c => c.New == null || !address.Contains(c.New, StringComparison.Ordinal));
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Endpoints_WithoutPermission_AreForbidden(TestDatabase database)
    {
        var host = (await hosts.OpenAsync(database)).Host;
        using var camille = host.CreateClient(DemoPeople.Token("camille"));
        (await camille.GetFromJsonAsync<InboxAddressDto>(Api, Aborted))!.Address.ShouldNotBeNull("a bookkeeper sees where to send documents");
        using var stranger = host.CreateClient(DemoPeople.Token("awa"));
        foreach (var make in Changes())
        {
            using var refused = await camille.SendAsync(make(), Aborted);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{refused.RequestMessage!.Method} {refused.RequestMessage.RequestUri}");
            using var hidden = await stranger.SendAsync(make(), Aborted);
            hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Senders_OfAnotherCompany_DoNotExist(TestDatabase database)
    {
        var (own, other) = (await hosts.OpenAsync(database), await hosts.OpenAsync(database, "nova"));
        var sender = $"{Mails.NewTag()}@{Mails.NewTag()}.example";
        await other.AddressAsync(s => s.AllowAsync(new AllowSenderInput(sender), Aborted));
        var entry = (await other.ReadAsync()).Allowed.Single(a => a.Sender == sender);
        using var amelie = own.Host.CreateClient(DemoPeople.Token("amelie"));
        using var answer = await amelie.DeleteAsync(new Uri($"{Api}/senders/{entry.Id}", UriKind.Relative), Aborted);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await own.ReadAsync()).Allowed.ShouldNotContain(a => a.Sender == sender);
        (await own.SendAsync("", sender)).Code.ShouldBe(550, "another company's friend");
    }

    [Theory, Databases]
    public async Task Page_Refused_SaysWhyInWords(TestDatabase database)
    {
        var inbox = await hosts.OpenAsync(database);
        using var browser = await TestBrowser.SignInAsync(inbox.Host, DemoPeople.Email("amelie"));
        (await browser.OpenAsync(Page)).QuerySelector("#inbox-address")!.TextContent.ShouldBe(inbox.Address);
        using var refused = await browser.SubmitAsync(Page, "form[action*=Allow]", ("Sender", "nonsense"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(refused)).QuerySelector("main")!.TextContent.ShouldContain("or a domain such as example.com");
        using var replaced = await browser.SubmitAsync(Page, "form[action*=Renew]");
        (await browser.OpenAsync(Page)).QuerySelector("#inbox-address")!.TextContent.ShouldNotBe(inbox.Address);
    }

    [Fact]
    public async Task Address_WhereNoMailIsReceived_CannotBeTurnedOn()
    {
        var host = await others.GetAsync(TestDatabase.Sqlite);
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        using var answer = await amelie.PostAsync(new Uri(Api, UriKind.Relative), null, Aborted);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(Aborted)).ShouldContain(AccountingErrorCodes.MailInUnavailable);
        using var browser = await TestBrowser.SignInAsync(host, DemoPeople.Email("amelie"));
        (await browser.OpenAsync(Page)).QuerySelector("main")!.TextContent.ShouldContain("receives no mail");
    }

    [Theory]
    [InlineData("Camille@Lefevre.Example", "camille@lefevre.example")]
    [InlineData(" lefevre.example ", "@lefevre.example")]
    [InlineData("@lefevre.example", "@lefevre.example")]
    [InlineData("lefevre", null)]
    [InlineData("@", null)]
    [InlineData("", null)]
    [InlineData("a@b@c.example", null)]
    [InlineData("Camille <c@x.example>", null)]
    public void Sender_AsTyped_IsReadOrRefused(string typed, string? expected)
    {
        if (expected is null)
            Should.Throw<InputException>(() => AllowedSender.Of(typed, default)).Errors[0].Code.ShouldBe(AccountingErrorCodes.SenderFormat);
        else
            AllowedSender.Of(typed, default).Sender.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Port", "25", "Domain")]
    [InlineData("Address", "localhost", "Address")]
    [InlineData("MaxMessageBytes", "0", "MaxMessageBytes")]
    public void Options_ThatAreWrong_StopTheStart(string key, string value, string named)
    {
        var settings = new Dictionary<string, string?> { ["InboundMail:Port"] = "25", ["InboundMail:Domain"] = key == "Port" ? "" : "inbox.example", [$"InboundMail:{key}"] = value };
        Should.Throw<InvalidOperationException>(() => InboundMailOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())).Message.ShouldContain(named);
    }

    private static IEnumerable<Func<HttpRequestMessage>> Changes()
    {
        yield return () => new HttpRequestMessage(HttpMethod.Post, Api);
        yield return () => new HttpRequestMessage(HttpMethod.Delete, Api);
        yield return () => new HttpRequestMessage(HttpMethod.Post, $"{Api}/senders") { Content = JsonContent.Create(new AllowSenderInput("x@y.example")) };
        yield return () => new HttpRequestMessage(HttpMethod.Delete, $"{Api}/senders/{Guid.CreateVersion7()}");
    }
}
