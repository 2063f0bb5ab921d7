using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>From the approval to a real mail server and back, by the pipeline alone.</summary>
[Trait("Req", "SEP-13")]
public sealed class PreNotificationMail_Tests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory, Databases]
    public async Task Approval_OfLateOrders_MailsAtOnceAndShowsWhoseMailboxThereIsNot(TestDatabase database)
    {
        using var server = await StartServerAsync();
        var told = new SemaphoreSlim(0);
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, s => ByDay(s).AddSingleton(told).AddTransient<Listener>(), server.Settings()));
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync("camille"), await host.PersonAsync("victor"));
        await company.RunAsync<IPreNotificationSettingsAppService>(s => s.SaveAsync(new PreNotificationSettingsDto(true, 60, "fr", null)));
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = CreditorIdentifier.Create("FR", "ZZZ", "300001").Value });
        await OrderAsync(company, "somebody");
        await OrderAsync(company, "nobody");
        var remittance = await company.CreateRemittanceAsync(account.Id);
        remittance = await company.ApproveAsync(await company.SubmitAsync(remittance));
        for (var mails = 0; mails < 2; mails++)
            (await told.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue();
        var list = (await company.RunAsync<IPreNotificationAppService, PagedResult<PreNotificationDto>>(s => s.GetListAsync(new GetPreNotificationsInput(remittance.Id)))).Items;
        var sent = list.Single(p => p.State == PreNotificationState.Sent);
        (sent.Email, sent.IsLate).ShouldBe(("somebody@example.org", true));
        var failed = list.Single(p => p.State == PreNotificationState.Failed);
        (failed.Email, failed.Reply).ShouldBe(("nobody@example.org", "550 5.1.1 No such mailbox"));
        string[] lines = [await server.NextAsync(), await server.NextAsync(), await server.NextAsync(), await server.NextAsync()];
        lines.Order().ShouldBe(["mail somebody@example.org", "none nobody@example.org", "welcome", "welcome"]);
    }

    // Nobody is told by night, at whatever hour the tests run.
    private static IServiceCollection ByDay(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TestClock(SepaHosts.Start)));

    private static async Task OrderAsync(SepaCompany company, string mailbox)
    {
        var mandate = await company.AddMandateAsync($"MAIL-{mailbox}", m => m with { Email = $"{mailbox}@example.org", Language = "fr" });
        await company.AddCollectionAsync(mandate.Id, 12.30m);
    }

    private static async Task<MailServer> StartServerAsync()
    {
        var server = await MailServer.StartAsync();
        Assert.SkipWhen(server is null && !TestEnvironment.IsContinuousIntegration, "Node is not installed");
        return server.ShouldNotBeNull();
    }

    /// <summary>Registered after the module's own handler, so told when that one is done.</summary>
    internal sealed class Listener(SemaphoreSlim told) : IDistributedEventHandler<EmailOutcomeEto>
    {
        public Task HandleEventAsync(EmailOutcomeEto eventData, CancellationToken cancellationToken)
        {
            told.Release();
            return Task.CompletedTask;
        }
    }
}
