using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Platform.Accounting.Tests;

[assembly: AssemblyFixture(typeof(S3Server))]

namespace Platform.Accounting.Tests;

/// <summary>The host with its blobs in an S3 store: what goes up in chunks comes down in ranges.</summary>
[Trait("Req", "ACC-04"), Trait("Req", "OPS-02")]
public sealed class S3Host_Tests(S3Server server)
{
    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Documents_OnS3_AreUploadedHandedOverAndDownloadedInRanges(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Settings: await server.SettingsAsync($"hosts/{Guid.CreateVersion7():N}")));
        using var inbox = await InboxClient.OpenAsync(host, DemoPeople.Email("benoit"));
        byte[] small = RandomNumberGenerator.GetBytes(70_000), large = RandomNumberGenerator.GetBytes((5 * DocumentLimits.ChunkBytes) + 3);
        Guid[] ids = [await inbox.AddAsync("small.bin", small), await inbox.AddAsync("large.bin", large)];
        Directory.Exists(host.Settings["Blobs:Path"]).ShouldBeFalse("nothing is kept in files");
        (await ReadAsync(inbox.Client, $"/t/lefevre/inbox/{ids[1]}/file", null)).ShouldBe(large);
        (await ReadAsync(inbox.Client, $"/t/lefevre/inbox/{ids[1]}/file", new RangeHeaderValue(large.Length - 9, null))).ShouldBe(large[^9..]);
        var handoff = await HandOverAsync(host, ids);
        var zip = await ReadAsync(inbox.Client, $"/t/lefevre/handoffs/{handoff}/zip", null);
        zip.AsSpan().IndexOf(small).ShouldBeGreaterThan(0, "stored as it is");
        foreach (var (from, to) in new[] { (1, 40), (100_000, 400_000), (zip.Length - 60_000, zip.Length - 1) })
            (await ReadAsync(inbox.Client, $"/t/lefevre/handoffs/{handoff}/zip", new RangeHeaderValue(from, to))).AsSpan().SequenceEqual(zip.AsSpan(from, to - from + 1)).ShouldBeTrue($"{from}-{to}");
    }

    private static async Task<Guid> HandOverAsync(TestHost host, Guid[] ids)
    {
        var (company, person) = (await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"));
        await host.RunAsync(company, person, s => s.GetRequiredService<IAccountantAppService>().SetContactAsync(new AccountantContactDto { Name = "Marc Vidal", Email = "marc@vidal.example" }, Aborted));
        return await host.RunAsync(company, person, async s => (await s.GetRequiredService<IHandoffAppService>().CreateAsync(HandoffCompany.Wish(ids), Aborted)).Head.Id);
    }

    private static async Task<byte[]> ReadAsync(HttpClient client, string path, RangeHeaderValue? range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = range } };
        using var answer = await client.SendAsync(request, Aborted);
        answer.StatusCode.ShouldBe(range is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent, path);
        return await answer.Content.ReadAsByteArrayAsync(Aborted);
    }
}
