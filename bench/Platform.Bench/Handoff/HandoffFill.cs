using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Platform.Bench;

/// <summary>Uploads documents through the API, as a program of the company would, and names an accountant outside.</summary>
internal static class HandoffFill
{
    private const int Parallel = 4;
    private static readonly string[] Types = ["purchaseInvoice", "salesInvoice", "bankStatement", "contract", "other"];

    public static async Task<int> RunAsync(string folder, int count, long bytes, string root)
    {
        await using var host = await ProductHost.StartAsync<AccessModule>(folder, "--Demo:Enabled=true");
        using var client = Client(host, root);
        using (var named = await client.PutAsJsonAsync("accountant/contact", new { name = "Cabinet Dubois", email = "dubois@cabinet.example", language = "fr" }))
            named.EnsureSuccessStatusCode();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (i, cancellationToken) => await UploadAsync(client, i, SizeOf(i, bytes / count), cancellationToken));
        return 0;
    }

    public static HttpClient Client(ProductHost host, string root)
    {
        var client = new HttpClient { BaseAddress = new Uri(host.Url, "/api/t/lefevre/"), Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemoPerson.TokenOf(root, "amelie@"));
        return client;
    }

    // From a half to one and a half of the mean, so that the sum is what was asked for.
    private static int SizeOf(int i, long mean) => (int)(mean * (50 + (i % 101)) / 100);

    private static async Task UploadAsync(HttpClient client, int i, int size, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Facture n° {i:00000}.pdf");
        using var begun = await client.PostAsJsonAsync("documents/uploads", new { name, size, type = Types[i % Types.Length] }, cancellationToken);
        begun.EnsureSuccessStatusCode();
        using var upload = JsonDocument.Parse(await begun.Content.ReadAsByteArrayAsync(cancellationToken));
        var id = upload.RootElement.GetProperty("id").GetGuid();
        using var content = new ByteArrayContent(RandomNumberGenerator.GetBytes(size));
        using var sent = await client.PutAsync(new Uri($"documents/uploads/{id}?offset=0", UriKind.Relative), content, cancellationToken);
        sent.EnsureSuccessStatusCode();
        using var completed = await client.PostAsJsonAsync($"documents/uploads/{id}/complete", new { }, cancellationToken);
        completed.EnsureSuccessStatusCode();
    }
}
