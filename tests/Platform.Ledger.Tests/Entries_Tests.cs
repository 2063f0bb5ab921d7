using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger.Tests;

[Trait("Req", "VLT-07")]
public sealed class Entries_Tests(Ledgers ledgers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, Databases]
    public async Task Entries_AfterExpiry_RefreshesOnce(TestDatabase database)
    {
        var host = (await ledgers.GetAsync(database)).First;
        using var person = await Connecting.SignInAsync(host);
        var consent = await person.ConnectAsync();
        var before = await RefreshesAsync();
        (await EntriesAsync(person, host, consent)).Select(e => e.Id).ShouldBe(["E-1", "E-2"]);
        (await EntriesAsync(person, host, consent)).ShouldContain(new LedgerEntryDto("E-2", new DateOnly(2026, 3, 4), "Ventes", 1830.2m));
        (await RefreshesAsync()).ShouldBe(before + 1);
    }

    [Theory, Databases]
    public async Task TwoHosts_RefreshAtOnce_RefreshOnce(TestDatabase database)
    {
        var (first, second) = await ledgers.GetAsync(database);
        using var person = await Connecting.SignInAsync(first);
        var consent = await person.ConnectAsync();
        var before = await RefreshesAsync();
        var both = await Task.WhenAll(EntriesAsync(person, first, consent), EntriesAsync(person, second, consent));
        both.ShouldAllBe(entries => entries.Count == 2);
        (await RefreshesAsync()).ShouldBe(before + 1);
        (await EntriesAsync(person, second, consent)).Count.ShouldBe(2, "the token that the other host got");
        (await RefreshesAsync()).ShouldBe(before + 1);
    }

    [Theory, Databases]
    public async Task Entries_OverTheApi_AreListed(TestDatabase database)
    {
        var host = (await ledgers.GetAsync(database)).First;
        using var person = await Connecting.SignInAsync(host);
        var consent = await person.ConnectAsync();
        using var api = host.CreateClient(DemoPeople.Token("camille"));
        var entries = await api.GetFromJsonAsync<List<LedgerEntryDto>>($"/api/t/lefevre/ledger/{consent.Id}/entries", TestContext.Current.CancellationToken);
        entries!.Select(e => e.Id).ShouldBe(["E-1", "E-2"]);
    }

    [Theory, Databases]
    [Trait("Req", "VLT-02")]
    public async Task Entries_ConsentOfAnotherPerson_AreNotFound(TestDatabase database)
    {
        var host = (await ledgers.GetAsync(database)).First;
        using var person = await Connecting.SignInAsync(host);
        var consent = await person.ConnectAsync();
        using var api = host.CreateClient(DemoPeople.Token("benoit"));
        using var response = await api.GetAsync($"/api/t/lefevre/ledger/{consent.Id}/entries", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var other = await Connecting.SignInAsync(host, "benoit@nova.example");
        (await Should.ThrowAsync<BusinessException>(() => EntriesAsync(other, host, consent))).Code.ShouldBe(VaultErrorCodes.WrongUser);
    }

    [Theory, Databases]
    public async Task Revoke_Connected_TellsTheProvider(TestDatabase database)
    {
        var host = (await ledgers.GetAsync(database)).First;
        using var person = await Connecting.SignInAsync(host);
        var consent = await person.ConnectAsync();
        await EntriesAsync(person, host, consent);
        var token = await RefreshTokenAsync(person, host, consent);
        var before = (await ledgers.Package.StatsAsync()).Revocations;
        await person.RunAsync(host, s => s.GetRequiredService<IConsentAppService>().RevokeAsync(consent.Id));
        await WaitAsync(async () => (await ledgers.Package.StatsAsync()).Revocations > before);
        (await ledgers.Package.AcceptsAsync(token)).ShouldBeFalse();
        (await Should.ThrowAsync<BusinessException>(() => EntriesAsync(person, host, consent))).Code.ShouldBe(VaultErrorCodes.ConsentRevoked);
    }

    private static Task<IReadOnlyList<LedgerEntryDto>> EntriesAsync(Connecting person, TestHost host, ConsentDto consent) => person.RunAsync(
        host, s => s.GetRequiredService<LedgerClient>().GetEntriesAsync(consent.Id, consent.Account, TestContext.Current.CancellationToken));

    private async Task<int> RefreshesAsync() => (await ledgers.Package.StatsAsync()).Refreshes;

    private static Task<string> RefreshTokenAsync(Connecting person, TestHost host, ConsentDto consent) => person.RunAsync(
        host, s => s.GetRequiredService<IConsentVault>().UseAsync(
            LedgerConnector.Use(consent.Id, consent.Account),
            (secret, _) => Task.FromResult(JsonDocument.Parse(secret.Memory).RootElement.GetProperty("refresh_token").GetString()!),
            TestContext.Current.CancellationToken));

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await isSo())
        {
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }
}
