using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Something refused, to be looked at apart from the request.</summary>
/// <param name="UserId">Whom it was refused.</param>
/// <param name="Company">Where; null for a token that was refused in every company.</param>
/// <param name="TokenId">The revoked or expired token; null for a request that lacked a right.</param>
/// <param name="Address">From where.</param>
/// <param name="At">UTC.</param>
internal sealed record Refusal(Guid UserId, Guid? Company, Guid? TokenId, string Address, DateTime At);

/// <summary>
/// Counts refusals in the memory of this host. A request only leaves a note: of more notes than fit, the latest are lost, for by then the
/// administrators have been told.
/// </summary>
internal sealed class RefusalWatch(OwnTransaction own, ICurrentUser currentUser, ICurrentTenant tenant, TimeProvider clock, ILogger<RefusalWatch> logger)
    : BackgroundService, IRefusalObserver, ISingletonDependency
{
    private const int MostWaiting = 1_000;
    private const int MostPeople = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Channel<Refusal> _notes = Channel.CreateBounded<Refusal>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<(Guid Company, Guid Person), Queue<DateTime>> _recent = [];

    public void Refused()
    {
        if (currentUser.Id is { } user && tenant.Id is { } company)
            Note(user, company, tokenId: null);
    }

    public void TokenRefused(ApiToken token) => Note(token.UserId, token.CompanyId, token.Id);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var refusal in _notes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (refusal.TokenId is not null)
                    await own.RunAsync<RefusalAlerts, bool>(a => a.RaiseTokenAsync(refusal, stoppingToken), stoppingToken);
                else
                    await CountAsync(refusal, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "A refusal could not be looked at");
            }
        }
    }

    private void Note(Guid userId, Guid? company, Guid? tokenId) =>
        _notes.Writer.TryWrite(new Refusal(userId, company, tokenId, currentUser.Info.ClientAddress ?? "", clock.GetUtcNow().UtcDateTime));

    private async Task CountAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        if (_recent.Count > MostPeople)
            _recent.Clear();
        var key = (refusal.Company!.Value, refusal.UserId);
        if (!_recent.TryGetValue(key, out var times))
            _recent[key] = times = [];
        times.Enqueue(refusal.At);
        while (times.Peek() <= refusal.At - Window)
            times.Dequeue();
        if (await own.RunAsync<RefusalAlerts, bool>(a => a.RaiseIfManyAsync(refusal, times.Count, cancellationToken), cancellationToken))
            _recent.Remove(key);
    }
}
