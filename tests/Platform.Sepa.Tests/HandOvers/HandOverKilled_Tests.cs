using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A host that dies at any moment of a hand-over: the next one ends it, and the bank sees the file once.</summary>
[Trait("Req", "SEP-10")]
[Collection(nameof(Measured))]
public sealed class HandOverKilled_Tests
{
    private const string Api = "/api/t/lefevre/";

    [Theory, Databases]
    public async Task HandOver_HostKilledAtEachStep_ReachesTheBankOnce(TestDatabase product)
    {
        await using var database = await KilledDatabase.CreateAsync(product);
        var bank = Path.Combine(database.Settings["Sepa:HandOverFolder"], "lefevre");
        string id;
        await using (var first = await HostProcess.StartAsync(database))
        {
            id = await HandOverAsync(first);
            await UntilAsync(() => Staged(bank).Length > 0 || Delivered(bank).Length > 0);
            await first.KillAsync();
        }

        await using (var second = await HostProcess.StartAsync(database))
        {
            await UntilAsync(() => Delivered(bank).Length > 0);
            await second.KillAsync();
        }

        var taken = Delivered(bank).ShouldHaveSingleItem();
        Directory.GetFiles(taken, "*.xml").ShouldHaveSingleItem();
        Directory.Delete(taken, recursive: true);
        await using var third = await HostProcess.StartAsync(database);
        await UntilAsync(async () => await StateAsync(third, id) == "Done", TimeSpan.FromSeconds(1));
        Delivered(bank).ShouldBeEmpty("the bank took it: it must not lie there again");
    }

    private static string[] Staged(string bank) => Directories(Path.Combine(bank, ".staging"));

    private static string[] Delivered(string bank) => [.. Directories(bank).Where(d => !Path.GetFileName(d).StartsWith('.'))];

    private static string[] Directories(string path) => Directory.Exists(path) ? Directory.GetDirectories(path) : [];

    private static async Task<string> HandOverAsync(HostProcess host)
    {
        var account = (await GetAsync(host, "creditor-accounts")).EnumerateArray().First(a => Text(a, "status") == "Approved");
        var mandate = (await GetAsync(host, "mandates?status=Active")).GetProperty("items").EnumerateArray().First();
        var order = await PostAsync(host, "collections", new { mandateId = Text(mandate, "id"), amount = 12.30m });
        var made = await PostAsync(host, "remittances", new
        {
            id = Guid.CreateVersion7(),
            creditorAccountId = Text(account, "id"),
            scheme = Text(mandate, "scheme"),
            selection = new { orderIds = new[] { Text(order, "id") } },
        });
        var path = $"remittances/{Text(made, "id")}";
        if (made.GetProperty("warningCount").GetInt32() > 0)
            made = await PostAsync(host, $"{path}/acknowledge", new { concurrencyStamp = Text(made, "concurrencyStamp") });
        made = await PostAsync(host, $"{path}/submit", new { concurrencyStamp = Text(made, "concurrencyStamp") });
        made = await PostAsync(host, $"{path}/approve", new { contentHash = Text(made, "contentHash") }, "victor");
        await PostAsync(host, $"{path}/hand-over", new { id = Guid.CreateVersion7(), channel = "Folder", sha256 = Text(made.GetProperty("file"), "sha256") });
        return Text(made, "id");
    }

    private static async Task<string> StateAsync(HostProcess host, string id) => Text(await GetAsync(host, $"remittances/{id}/hand-over"), "state");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static Task<JsonElement> GetAsync(HostProcess host, string path) =>
        host.Client.GetFromJsonAsync<JsonElement>(new Uri(Api + path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<JsonElement> PostAsync(HostProcess host, string path, object body, string person = "camille")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Api + path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DemoPeople.Token(person));
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()), TimeSpan.FromMilliseconds(10));

    private static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan period)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        using var timer = new PeriodicTimer(period);
        while (!await condition())
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
