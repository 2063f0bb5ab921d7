using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>The HTTP API as a program of a customer would use it: a token and JSON.</summary>
internal sealed class ApiClient(HttpClient client, string company) : IDisposable
{
    public static ApiClient For(TestHost host, string person, string company) => new(host.CreateClient(DemoPeople.Token(person)), company);

    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, HttpStatusCode.OK);

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body), null);

    public Task<JsonElement> PostFileAsync(string path, string content) =>
        SendAsync(HttpMethod.Post, path, new StringContent(content, Encoding.UTF8, "text/csv"), null);

    public Task<JsonElement> RefusedAsync(string path, object body, HttpStatusCode status) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body), status);

    public async Task<byte[]> DownloadAsync(string path) =>
        await client.GetByteArrayAsync(Url(path), TestContext.Current.CancellationToken);

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await client.GetAsync(Url(path), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public void Dispose() => client.Dispose();

    private string Url(string path) => $"/api/t/{company}/{path}";

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, HttpStatusCode? expected)
    {
        using var request = new HttpRequestMessage(method, Url(path)) { Content = content };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (expected is null ? response.IsSuccessStatusCode : response.StatusCode == expected).ShouldBeTrue($"{method} {path}: {response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }
}
