using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Work that is kept whatever becomes of the request: counters, sessions, the record of a failed sign-in. Never call it after the
/// request's own first write: SQLite has one writer.
/// </summary>
internal sealed class OwnTransaction(IServiceScopeFactory scopes) : ISingletonDependency
{
    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await work(scope.ServiceProvider.GetRequiredService<TService>());
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CompleteAsync(cancellationToken);
        return result;
    }
}
