using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Accounting.Tests;

/// <summary>A host that dies in the middle: what it acknowledged is there, and the rest can be done again.</summary>
public sealed class InterruptedHost_Tests
{
    private const string Api = "/api/t/lefevre/";
    private const int Chunk = DocumentLimits.ChunkBytes;

    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    [Theory, Databases]
    [Trait("Req", "ACC-04")]
    public async Task Upload_HostKilledInAChunk_GoesOnToTheSameHash(TestDatabase product)
    {
        await using var database = await KilledDatabase.CreateAsync(product);
        var content = RandomNumberGenerator.GetBytes((2 * Chunk) + 12_345);
        string upload;
        await using (var first = await HostProcess.StartAsync(database))
        {
            upload = Text(await PostAsync(first, "documents/uploads", new { name = "big.pdf", size = content.Length, type = "purchaseInvoice" }), "id");
            await WriteAsync(first, upload, content, 0);
            using var half = new HalfContent(content.AsMemory(Chunk, Chunk));
            var broken = first.Client.PutAsync(new Uri($"{Api}documents/uploads/{upload}?offset={Chunk}", UriKind.Relative), half, Aborted);
            await UntilAsync(() => Files().Any(f => f.EndsWith(".tmp", StringComparison.Ordinal)));
            await first.KillAsync();
            half.Release();
            await Should.ThrowAsync<Exception>(() => broken);
        }

        await using var second = await HostProcess.StartAsync(database);
        (await GetAsync(second, $"documents/uploads/{upload}")).GetProperty("received").GetInt64().ShouldBe(Chunk, "what was acknowledged, and nothing of the rest");
        await WriteAsync(second, upload, content, Chunk);
        await WriteAsync(second, upload, content, 2 * Chunk);
        var document = (await PostAsync(second, $"documents/uploads/{upload}/complete", new { })).GetProperty("document");
        Text(document, "sha256").ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        await second.KillAsync();
        Files().ShouldContain(f => f.EndsWith(".tmp", StringComparison.Ordinal), "the half chunk that the first host left");
        var later = new TestClock(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(25));
        await using var third = await TestHost.StartAsync(new TestHostOptions(product, s => s.AddSingleton<TimeProvider>(later), database.Settings));
        await third.RunAsync(await third.CompanyAsync("lefevre"), null, s => s.GetRequiredService<DocumentCleanup>().RunAsync(Aborted));
        Files().Where(f => f.Contains("uploads", StringComparison.Ordinal)).ShouldBeEmpty();
        Files().ShouldContain(f => Path.GetFileName(f) == Text(document, "sha256"));

        // Before the first chunk there is no folder.
        string[] Files() => Directory.Exists(database.Settings["Blobs:Path"]) ? Directory.GetFiles(database.Settings["Blobs:Path"], "*", SearchOption.AllDirectories) : [];
    }

    [Theory, Databases]
    [Trait("Req", "ACC-05")]
    public async Task Handoff_HostKilledWhileItIsMadeOrFetched_IsThereOnceAndWhole(TestDatabase product)
    {
        await using var database = await KilledDatabase.CreateAsync(product);
        var (key, documents) = (Guid.CreateVersion7(), new List<string>());
        await using (var first = await HostProcess.StartAsync(database))
        {
            await NameAccountantAsync(first);
            for (var i = 0; i < 30; i++)
                documents.Add(await UploadAsync(first, RandomNumberGenerator.GetBytes(100_000 + i), i));
            // Somewhere in it: whatever was done then, the same key gives one handoff.
            var broken = PostAsync(first, "handoffs", new { key, choice = new { documentIds = documents } });
            await first.Client.GetAsync(new Uri($"{Api}handoffs", UriKind.Relative), Aborted);
            await first.KillAsync();
            await Task.WhenAny(broken);
        }

        string id;
        byte[] start;
        await using (var second = await HostProcess.StartAsync(database))
        {
            var made = await PostAsync(second, "handoffs", new { key, choice = new { documentIds = documents } });
            id = Text(made.GetProperty("head"), "id");
            Text(await PostAsync(second, "handoffs", new { key, choice = new { documentIds = documents } }), "head", "id").ShouldBe(id);
            (await GetAsync(second, "handoffs")).GetProperty("items").EnumerateArray().Count(h => Text(h, "id") == id).ShouldBe(1);
            start = await BeginningAsync(second, id);
            await second.KillAsync();
        }

        await using var third = await HostProcess.StartAsync(database);
        var rest = await RangeAsync(third, id, start.Length);
        var whole = await third.Client.GetByteArrayAsync(new Uri($"{Api}handoffs/{id}/zip", UriKind.Relative), Aborted);
        byte[] joined = [.. start, .. rest];
        joined.ShouldBe(whole);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(joined));
        zip.Entries.Count(e => e.Name.EndsWith(".pdf", StringComparison.Ordinal)).ShouldBe(documents.Count);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition())
            await timer.WaitForNextTickAsync(limit.Token);
    }

    private static async Task NameAccountantAsync(HostProcess host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{Api}accountant/contact", UriKind.Relative))
        {
            Content = JsonContent.Create(new { name = "Cabinet Dubois", email = "dubois@cabinet.example", language = "fr" }),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", DemoPeople.Token("amelie")) },
        };
        using var answer = await host.Client.SendAsync(request, Aborted);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task<byte[]> BeginningAsync(HostProcess host, string id)
    {
        using var answer = await host.Client.GetAsync(new Uri($"{Api}handoffs/{id}/zip", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Aborted);
        await using var stream = await answer.Content.ReadAsStreamAsync(Aborted);
        var start = new byte[500_000];
        await stream.ReadExactlyAsync(start, Aborted);
        return start;
    }

    private static async Task<byte[]> RangeAsync(HostProcess host, string id, long from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{Api}handoffs/{id}/zip", UriKind.Relative)) { Headers = { Range = new RangeHeaderValue(from, null) } };
        using var answer = await host.Client.SendAsync(request, Aborted);
        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        return await answer.Content.ReadAsByteArrayAsync(Aborted);
    }

    private static async Task<string> UploadAsync(HostProcess host, byte[] content, int number)
    {
        var upload = Text(await PostAsync(host, "documents/uploads", new { name = $"invoice {number}.pdf", size = content.Length, type = "purchaseInvoice" }), "id");
        await WriteAsync(host, upload, content, 0);
        return Text(await PostAsync(host, $"documents/uploads/{upload}/complete", new { }), "document", "id");
    }

    private static async Task WriteAsync(HostProcess host, string upload, byte[] content, int offset)
    {
        using var body = new ByteArrayContent(content, offset, Math.Min(Chunk, content.Length - offset));
        using var answer = await host.Client.PutAsync(new Uri($"{Api}documents/uploads/{upload}?offset={offset}", UriKind.Relative), body, Aborted);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Aborted));
    }

    private static string Text(JsonElement element, params string[] path) => path.Aggregate(element, (e, name) => e.GetProperty(name)).GetString()!;

    private static Task<JsonElement> GetAsync(HostProcess host, string path) => host.Client.GetFromJsonAsync<JsonElement>(new Uri(Api + path, UriKind.Relative), Aborted);

    private static async Task<JsonElement> PostAsync(HostProcess host, string path, object body)
    {
        using var answer = await host.Client.PostAsJsonAsync(new Uri(Api + path, UriKind.Relative), body, Aborted);
        var text = await answer.Content.ReadAsStringAsync(Aborted);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>Sends one half and then waits.</summary>
    private sealed class HalfContent(ReadOnlyMemory<byte> bytes) : HttpContent
    {
        private readonly TaskCompletionSource _released = new();

        public void Release() => _released.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes[..(bytes.Length / 2)]);
            await stream.FlushAsync();
            await _released.Task;
            await stream.WriteAsync(bytes[(bytes.Length / 2)..]);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
