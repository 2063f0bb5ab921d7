using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Platform.Accounting.Tests;

/// <summary>What the script of the inbox does: requests with the session and the token of the page.</summary>
internal sealed class InboxClient : IDisposable
{
    private const string Root = "/t/lefevre/inbox";

    private readonly string _token;

    private InboxClient(HttpClient client, string token) => (Client, _token) = (client, token);

    public HttpClient Client { get; }

    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    public static async Task<InboxClient> OpenAsync(TestHost host, string email)
    {
        var client = await host.SignInAsync(email);
        using var answer = await client.GetAsync(new Uri(Root, UriKind.Relative), Aborted);
        var headers = (await TestBrowser.ReadAsync(answer)).Body!.GetAttribute("hx-headers")!;
        return new InboxClient(client, JsonDocument.Parse(headers).RootElement.GetProperty("RequestVerificationToken").GetString()!);
    }

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), Aborted);
        return await TestBrowser.ReadAsync(answer.EnsureSuccessStatusCode());
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("RequestVerificationToken", _token);
        return await Client.SendAsync(request, Aborted);
    }

    public async Task<HttpResponseMessage> RequestAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('?') ? $"{Root}{path}" : $"{Root}/{path}") { Content = content };
        return await SendAsync(request);
    }

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var answer = await RequestAsync(method, path, content);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Aborted);
    }

    public async Task<Guid> StartAsync(string name, long size)
    {
        using var form = new FormUrlEncodedContent([new("name", name), new("size", $"{size}"), new("type", "Other")]);
        return (await SendAsync(HttpMethod.Post, "uploads", form)).GetProperty("id").GetGuid();
    }

    public Task<JsonElement> WriteAsync(Guid upload, long offset, byte[] content) => SendAsync(HttpMethod.Put, $"uploads/{upload}?offset={offset}", new ByteArrayContent(content));

    public Task<JsonElement> CompleteAsync(Guid upload) => SendAsync(HttpMethod.Post, $"uploads/{upload}?handler=Complete&keepDuplicate=false");

    public async Task<JsonElement> UploadAsync(string name, byte[] content)
    {
        var upload = await StartAsync(name, content.Length);
        for (var offset = 0; offset < content.Length; offset += DocumentLimits.ChunkBytes)
            await WriteAsync(upload, offset, content[offset..Math.Min(content.Length, offset + DocumentLimits.ChunkBytes)]);
        return await CompleteAsync(upload);
    }

    public async Task<Guid> AddAsync(string name, byte[] content) => (await UploadAsync(name, content)).GetProperty("document").GetProperty("id").GetGuid();

    public void Dispose() => Client.Dispose();
}
