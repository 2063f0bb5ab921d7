using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Something refused, to be looked at apart from the request.</summary>
/// <param name="Act">Of <see cref="RefusalActs"/>.</param>
/// <param name="By">Who asked, and from where; for an API token its person.</param>
/// <param name="Company">Where; null for what belongs to no company.</param>
/// <param name="What">The request, or why: never a value that was sent.</param>
/// <param name="At">UTC.</param>
/// <param name="EndedTokenId">The API token that is known but revoked or expired.</param>
internal sealed record Refusal(string Act, CurrentUserInfo By, Guid? Company, string What, DateTime At, Guid? EndedTokenId = null)
{
    /// <summary>Set by whoever wants to know when everything before has been looked at; then it is nothing else.</summary>
    public TaskCompletionSource? Reached { get; init; }
}

/// <summary>
/// Puts refusals on record and counts them in the memory of this host. A request only leaves a note: of more notes than fit, the latest are
/// lost, for by then the administrators have been told.
/// </summary>
internal sealed class RefusalWatch(OwnTransaction own, ICurrentUser currentUser, ICurrentTenant tenant, TimeProvider clock, ILogger<RefusalWatch> logger)
    : BackgroundService, IRefusalObserver, ISingletonDependency
{
    private const int MostWaiting = 1_000;
    private const int MostPeople = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Channel<Refusal> _notes = Channel.CreateBounded<Refusal>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<(Guid Company, Guid Person), Queue<DateTime>> _recent = [];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public void Refused(string request) => Note(RefusalActs.Request, request);

    public void Forged(string request) => Note(RefusalActs.Forgery, request);

    /// <summary>A link that would be good, but for its person, who is no longer active.</summary>
    /// <returns>What the opener is told.</returns>
    public DeadLinkException LinkOfNobody(OpenedLink link)
    {
        Note(RefusalActs.Link, $"Inactive {link.SubjectId}");
        return new DeadLinkException(IdentityErrorCodes.LinkRevoked, existed: true);
    }

    /// <summary>What is no API token, or no longer anybody's.</summary>
    public void TokenRefused(string reason, User? user = null) => Note(RefusalActs.Token, reason, user);

    /// <summary>A token that was good once: whoever made it may want to know.</summary>
    public void EndedTokenRefused(ApiToken token, User user) =>
        _notes.Writer.TryWrite(new Refusal(RefusalActs.Token, Of(user), token.CompanyId, "Ended", Now, token.Id));

    /// <summary>Ends when everything noted so far is on record and counted.</summary>
    public async Task ReachAsync(CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _notes.Writer.WriteAsync(new Refusal("", CurrentUserInfo.None, null, "", Now) { Reached = reached }, cancellationToken);
        await reached.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var refusal in _notes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await LookAtAsync(refusal, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "A refusal could not be looked at");
            }
        }
    }

    private void Note(string act, string what, User? user = null) =>
        _notes.Writer.TryWrite(new Refusal(act, user is null ? currentUser.Info : Of(user), tenant.Id, what, Now));

    private CurrentUserInfo Of(User user) => currentUser.Info with { Id = user.Id, Name = user.Name, Email = user.Email };

    private async Task LookAtAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        if (refusal.Reached is { } reached)
        {
            reached.SetResult();
            return;
        }

        await own.RunAsync<RefusalAlerts, bool>(a => a.RecordAsync(refusal), cancellationToken);
        if (refusal.EndedTokenId is not null)
            await own.RunAsync<RefusalAlerts, bool>(a => a.RaiseTokenAsync(refusal, cancellationToken), cancellationToken);
        else if (refusal is { Act: RefusalActs.Request, Company: { } company, By.Id: { } person })
            await CountAsync(refusal, (company, person), cancellationToken);
    }

    private async Task CountAsync(Refusal refusal, (Guid Company, Guid Person) key, CancellationToken cancellationToken)
    {
        if (_recent.Count > MostPeople)
            _recent.Clear();
        if (!_recent.TryGetValue(key, out var times))
            _recent[key] = times = [];
        times.Enqueue(refusal.At);
        while (times.Peek() <= refusal.At - Window)
            times.Dequeue();
        if (await own.RunAsync<RefusalAlerts, bool>(a => a.RaiseIfManyAsync(refusal, times.Count, cancellationToken), cancellationToken))
            _recent.Remove(key);
    }
}

/// <summary>Acts in the trail.</summary>
internal static class RefusalActs
{
    public const string Request = "Identity.Refused.Request";
    public const string Forgery = "Identity.Refused.Forgery";
    public const string Link = "Identity.Refused.Link";
    public const string Token = "Identity.Refused.Token";
}
