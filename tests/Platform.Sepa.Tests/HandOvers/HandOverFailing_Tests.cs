using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;
using Platform.Notifications;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A connector whose other side is out of order: a file lies where its folder should be.</summary>
[Trait("Req", "SEP-10")]
public sealed class HandOverFailing_Tests : IAsyncDisposable
{
    private readonly TestClock _clock = new(SepaHosts.Start);
    private readonly DirectoryInfo _bank = Directory.CreateTempSubdirectory("platform-bank-");
    private TestHost? _host;

    private string Company => Path.Combine(_bank.FullName, "lefevre");

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _bank.Delete(recursive: true);
    }

    [Theory, Databases]
    public async Task HandOver_ConnectorFailingTwice_IsShownToldOnceAndTriedUntilItWorks(TestDatabase database)
    {
        var (company, id) = await HandOverAsync(database);
        var first = await UntilAsync(company, id, h => h.FailedAt is not null);
        first.State.ShouldBe(HandOverState.Waiting);
        (await NoticesAsync(company, id)).ShouldHaveSingleItem().Severity.ShouldBe(NotificationSeverity.Danger);
        using (var browser = await TestBrowser.SignInAsync(_host!, "camille@lefevre.example"))
            (await browser.OpenAsync($"/t/lefevre/remittances/{id}")).Body!.TextContent.ShouldContain("The connector did not take the file");

        _clock.Advance(StageHandOverJob.Pause);
        await UntilAsync(company, id, h => h.FailedAt > first.FailedAt);
        (await NoticesAsync(company, id)).Count.ShouldBe(1, "the second failure in a row is no news");

        File.Delete(Company);
        _clock.Advance(StageHandOverJob.Pause);
        var done = await UntilAsync(company, id, h => h.State == HandOverState.Done);
        done.FailedAt.ShouldBeNull();
        Directory.GetDirectories(Company).Where(d => !Path.GetFileName(d).StartsWith('.')).ShouldHaveSingleItem();
    }

    private async Task<(SepaCompany Company, Guid Id)> HandOverAsync(TestDatabase database)
    {
        await File.WriteAllTextAsync(Company, "", TestContext.Current.CancellationToken);
        var host = _host = await TestHost.StartAsync(new TestHostOptions(
            database,
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)),
            new Dictionary<string, string> { ["Sepa:HandOverFolder"] = _bank.FullName, ["Logging:LogLevel:Platform.Sepa.BankDeliveries"] = "Critical" }));
        var company = new SepaCompany(
            host, await host.CompanyAsync("lefevre"), await host.PersonAsync("camille@lefevre.example"), await host.PersonAsync("victor@lefevre.example"));
        var account = await company.AddAccountAsync();
        var mandate = await company.AddMandateAsync("FAILING-1");
        var order = await company.AddCollectionAsync(mandate.Id, 12.30m);
        var draft = await company.CreateRemittanceAsync(account.Id, selection: new OrderSelectionDto(OrderIds: [order.Id]));
        var approved = await company.ApproveAsync(await company.SubmitAsync(draft));
        var wish = new HandOverRemittanceDto(Guid.CreateVersion7(), "Folder", approved.File!.Sha256);
        await company.RunAsync<IRemittanceHandOverAppService, RemittanceHandOverDto>(s => s.HandOverAsync(approved.Id, wish));
        return (company, approved.Id);
    }

    private static async Task<RemittanceHandOverDto> UntilAsync(SepaCompany company, Guid id, Func<RemittanceHandOverDto, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            var now = await company.RunAsync<IRemittanceHandOverAppService, RemittanceHandOverDto?>(s => s.FindAsync(id));
            if (condition(now!))
                return now!;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task<IReadOnlyList<NotificationListDto>> NoticesAsync(SepaCompany company, Guid id)
    {
        var list = await company.RunAsync<INotificationAppService, PagedResult<NotificationListDto>>(
            s => s.GetListAsync(new GetNotificationsInput(PageSize: 200)));
        return [.. list.Items.Where(n => n.Url == $"remittances/{id}" && n.Severity == NotificationSeverity.Danger)];
    }
}
