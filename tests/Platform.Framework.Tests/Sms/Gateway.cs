using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Framework.Tests;

/// <summary>An SMS gateway on loopback that answers as it is told; the last answer stays.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<int> _answers;
    private int _last = 200;

    private Gateway(WebApplication app, int[] answers) => (_app, _answers) = (app, new(answers));

    /// <summary>Answer that keeps the caller waiting.</summary>
    public const int Slow = -1;

    public ConcurrentQueue<GatewayRequest> Requests { get; } = new();

    public SemaphoreSlim Arrived { get; } = new(0);

    public string Url => $"{_app.Urls.First()}/messages";

    public static async Task<Gateway> StartAsync(params int[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new Gateway(builder.Build(), answers);
        gateway._app.MapPost("/messages", gateway.AnswerAsync);
        await gateway._app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        var status = _answers.TryDequeue(out var next) ? _last = next : _last;
        Requests.Enqueue(new GatewayRequest(await reader.ReadToEndAsync(), headers.Authorization.ToString(), headers["Idempotency-Key"].ToString(), context.Request.ContentType ?? ""));
        Arrived.Release();
        if (status == Slow)
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        else
            context.Response.StatusCode = status;
        if (status is >= 300 and < 400)
            context.Response.Headers.Location = Url;
    }
}

internal sealed record GatewayRequest(string Body, string Secret, string Key, string ContentType);
