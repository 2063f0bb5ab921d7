using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

[Trait("Req", "IDN-02")]
public sealed class RequestLimit_Tests(RequestLimit_Tests.Limited limited) : IClassFixture<RequestLimit_Tests.Limited>
{
    private const string Peer = "X-Test-Peer";
    private const int Most = 20;

    [Fact]
    public async Task Person_WhoAsksTooOften_IsToldToWaitAndNobodyElseIs()
    {
        using var greedy = limited.Host.CreateClient(DemoPeople.Token("camille"));
        const string search = "/api/t/lefevre/mandates?search=a";
        for (var i = 0; i < Most; i++)
            (await StatusAsync(greedy, search)).ShouldBe(HttpStatusCode.OK);
        using var refused = await greedy.GetAsync(search, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        problem.GetProperty("code").GetString().ShouldBe("Platform:TooManyRequests");
        problem.GetProperty("title").GetString().ShouldNotBe("Platform:TooManyRequests");
        (await StatusAsync(greedy, "/api/me")).ShouldBe(HttpStatusCode.TooManyRequests, "whatever is asked for");
        using var other = limited.Host.CreateClient(DemoPeople.Token("victor"));
        (await StatusAsync(other, search)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Stranger_WhoAsksTooOften_IsToldToWaitAndOtherAddressesAreNot()
    {
        using var greedy = At("2001:db8:1:2::1");
        for (var i = 0; i < Most; i++)
            (await StatusAsync(greedy, "/account/sign-in")).ShouldBe(HttpStatusCode.OK);
        using var neighbour = At("2001:db8:1:2::2");
        using var refused = await neighbour.GetAsync("/account/forgot", TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, "the same subscriber");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("429");
        (await StatusAsync(neighbour, "/health/live")).ShouldBe(HttpStatusCode.OK);
        using var elsewhere = At("2001:db8:1:3::1");
        (await StatusAsync(elsewhere, "/account/sign-in")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    public void NetworkOf_Address_IsWhatOneSubscriberHas(string address, string network) => RequestLimits.NetworkOf(IPAddress.Parse(address)).ShouldBe(network);

    private HttpClient At(string address)
    {
        var client = limited.Host.CreateClient();
        client.DefaultRequestHeaders.Add(Peer, address);
        return client;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private sealed class Connection : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = context.Request.Headers[Peer].FirstOrDefault() is { } peer ? IPAddress.Parse(peer) : null;
                return following(context);
            });
            next(app);
        };
    }

    /// <summary>A host that answers few requests a minute.</summary>
    public sealed class Limited : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        // In memory there is no connection: the header is what Kestrel would see.
        public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(new TestHostOptions(
            TestDatabase.Sqlite, services => services.AddTransient<IStartupFilter, Connection>(),
            new Dictionary<string, string> { ["Requests:PersonPerMinute"] = $"{Most}", ["Requests:StrangerPerMinute"] = $"{Most}" }));

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
