using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A file of 200 MB over a real connection: refused in words, nothing kept.</summary>
[Trait("Req", "SEP-04")]
[Collection(nameof(Measured))]
public sealed class LargeUpload_Tests : IAsyncLifetime
{
    private const long Size = 200L * 1024 * 1024;
    private const string Email = "camille@lefevre.example";

    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Api_TwoHundredMegabytes_IsRefusedWithACode()
    {
        using var client = _host.CreateClient(DemoPeople.Token("camille"));
        var before = await StoredAsync(client);
        using var content = new ZeroContent(Size, lengthGiven: true);
        content.Headers.ContentType = new("text/csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/t/lefevre/imports?kind=Mandates") { Content = content };
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe("Platform:TooLarge");
        (await StoredAsync(client)).ShouldBe(before);
    }

    [Fact]
    public async Task Api_TwoHundredMegabytesOfUnknownLength_LeavesNothing()
    {
        using var client = _host.CreateClient(DemoPeople.Token("camille"));
        var before = await StoredAsync(client);
        using var content = new ZeroContent(Size, lengthGiven: false);
        content.Headers.ContentType = new("text/csv");
        var status = await SendAsync(client, content);
        status.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity, null);
        (await StoredAsync(client)).ShouldBe(before);
    }

    [Fact]
    public async Task Page_TwoHundredMegabytes_ComesBackWithTheReason()
    {
        // In memory: the session's cookie wants https, which the real port has not.
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite));
        using var client = await host.SignInAsync(Email);
        using var content = new MultipartFormDataContent { { new ZeroContent(Size, lengthGiven: true), "Upload", "large.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/t/lefevre/imports") { Content = content };
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.GetStringAsync(response.Headers.Location, TestContext.Current.CancellationToken)).ShouldContain("64 MiB");
    }

    // Null when the connection was closed while the client was still sending: it may then never read the answer.
    private static async Task<HttpStatusCode?> SendAsync(HttpClient client, HttpContent content)
    {
        try
        {
            using var response = await client.PostAsync("/api/t/lefevre/imports?kind=Mandates", content, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<string> StoredAsync(HttpClient client)
    {
        var imports = await client.GetFromJsonAsync<JsonElement>("/api/t/lefevre/imports?pageSize=200");
        var blobs = _host.Settings["Blobs:Path"];
        var files = Directory.Exists(blobs) ? Directory.GetFiles(blobs, "*", SearchOption.AllDirectories).Length : 0;
        var uploads = Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*.tmp").Length;
        return $"{imports.GetProperty("items").GetArrayLength()} imports, {files} files, {uploads} uploads";
    }

    private sealed class ZeroContent(long size, bool lengthGiven) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var part = new byte[1024 * 1024];
            for (var sent = 0L; sent < size; sent += part.Length)
                await stream.WriteAsync(part);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = size;
            return lengthGiven;
        }
    }
}
