using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Unseals this host's vault at start, or as soon as the key management service answers, and keeps its keys up to date with what
/// other hosts made. Sealed and unsealed stand in the trail.
/// </summary>
internal sealed class Unsealer(MasterKeyRing masterKeys, IServiceScopeFactory scopes, ILogger<Unsealer> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private bool _toldSealed;

    /// <summary>One attempt. A service that is away is no failure: the host serves everything else.</summary>
    public async Task TryAsync(CancellationToken cancellationToken)
    {
        var wasSealed = masterKeys.IsSealed;
        try
        {
            await masterKeys.LoadAsync(cancellationToken);
        }
        catch (Exception e) when (e is KmsUnavailableException or KmsRefusedException)
        {
            logger.LogWarning("The key management service did not answer: {Reason}", e.Message);
        }

        if (masterKeys.IsSealed && !_toldSealed)
            await TellAsync("Vault.Sealed", masterKeys.Reason);
        else if (wasSealed && !masterKeys.IsSealed)
            await TellAsync("Vault.Unsealed", null);
        _toldSealed = masterKeys.IsSealed;
    }

    /// <summary>The same, where nobody could take a failure: it is logged, and the next attempt follows. A vault that cannot write its trail stays sealed.</summary>
    public async Task AttemptAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "The vault could not look at its keys; it tries again.");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await AttemptAsync(stoppingToken);
    }

    private async Task TellAsync(string action, string? reason)
    {
        logger.LogInformation("{Action} {Reason}", action, reason);
        await using var scope = scopes.CreateAsyncScope();
        using var inHost = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(null);
        scope.ServiceProvider.GetRequiredService<IAuditLog>().Add(
            action, "Vault", null, reason is null ? [] : [new AuditChange("Reason", null, reason)]);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CompleteAsync(CancellationToken.None);
    }
}
