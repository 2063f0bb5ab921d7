using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

/// <summary>What the outside sees of a failure in production.</summary>
[Trait("Req", "OPS-03")]
public sealed class Failure_Tests(Failure_Tests.Production production) : IClassFixture<Failure_Tests.Production>
{
    private const string Canary = "canary Host=db.internal;Password=secret";

    [Fact]
    public async Task Page_ThatFails_ShowsAMessageAndATraceIdOnly()
    {
        using var client = production.Host.CreateClient();
        using var answer = await client.GetAsync("/account/reset/any", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var text = await TextAsync(answer);
        text.ShouldContain("id=\"trace-id\"");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Api_ThatFails_AnswersAProblemWithATraceIdOnly()
    {
        using var client = production.Host.CreateClient("plf_any");
        using var answer = await client.GetAsync("/api/me", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var problem = JsonDocument.Parse(await TextAsync(answer)).RootElement;
        problem.GetProperty("code").GetString().ShouldBe("Platform:Unexpected");
        problem.EnumerateObject().Select(p => p.Name).ShouldBe(["type", "title", "status", "code", "traceId"], ignoreOrder: true);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var inside in new[] { "canary", "secret", "Exception", "   at ", nameof(Failing), "Platform.Framework", ".cs:line" })
            $"{answer.Headers}{text}".ShouldNotContain(inside);
        return text;
    }

    private sealed class Failing : IApiTokenValidator, IPasswordResetAppService
    {
        public Task<AuthenticatedToken?> ValidateAsync(string token, CancellationToken cancellationToken = default) => throw new InvalidOperationException(Canary);

        public Task RequestAsync(string email, CancellationToken cancellationToken = default) => throw new InvalidOperationException(Canary);

        public Task<PasswordPolicyDto> GetPolicyAsync(string token, CancellationToken cancellationToken = default) => throw new InvalidOperationException(Canary);

        public Task ResetAsync(string token, ResetPasswordDto input, CancellationToken cancellationToken = default) => throw new InvalidOperationException(Canary);
    }

    /// <summary>A host whose use cases fail.</summary>
    public sealed class Production : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(new TestHostOptions(
            TestDatabase.Sqlite, services => services.AddScoped<IApiTokenValidator, Failing>().AddScoped<IPasswordResetAppService, Failing>(),
            new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "None" }, Demonstration: false, Environment: "Production"));

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
