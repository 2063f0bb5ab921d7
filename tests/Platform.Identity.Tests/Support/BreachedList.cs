using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Identity.Tests;

/// <summary>A list of breached passwords on a loopback port, asked as Pwned Passwords is; answers with padding.</summary>
internal sealed class BreachedList : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, int> _counts = [];

    private BreachedList(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>What it was asked, path and padding header.</summary>
    public List<(string Path, string Padding)> Asked { get; } = [];

    /// <summary>In place of an answer.</summary>
    public Func<Task<int>>? Trouble { get; set; }

    public static async Task<BreachedList> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var list = new BreachedList(app);
        app.MapGet("/range/{prefix}", list.AnswerAsync);
        await app.StartAsync();
        return list;
    }

    public void Add(string password, int count) => _counts[HashOf(password)] = count;

#pragma warning disable CA5350 // The protocol has it.
    public static string HashOf(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(string prefix, HttpRequest request)
    {
        Asked.Add((request.Path, request.Headers["Add-Padding"].ToString()));
        if (Trouble is { } trouble && await trouble() is var status && status != StatusCodes.Status200OK)
            return Results.StatusCode(status);
        var padding = Enumerable.Range(0, 800).Select(_ => $"{Convert.ToHexString(RandomNumberGenerator.GetBytes(18))[..35]}:0");
        var found = _counts.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(c => $"{c.Key[5..]}:{c.Value}");
        return Results.Text(string.Join("\r\n", padding.Concat(found)));
    }
}
