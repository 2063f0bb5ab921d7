using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Runs a piece of the vault's work in a scope, and so a transaction, of its own: what is on record stays on record. A refusal is
/// recorded before whoever asked hears of it.
/// </summary>
internal sealed class OwnTransaction(IServiceScopeFactory scopes, IUnitOfWork unitOfWork) : IScopedDependency
{
    public async Task<T> RunAsync<TService, T>(Asked asked, Func<TService, Task<T>> work) where TService : notnull
    {
        if (unitOfWork.HasBegun)
            throw new InvalidOperationException("The vault is asked before the caller's first write.");
        try
        {
            return await InScopeAsync(work);
        }
        catch (BusinessException refusal) when (refusal is not InputException)
        {
            await InScopeAsync<Refusals, bool>(r => r.RecordAsync(asked, refusal.Code));
            throw;
        }
    }

    private async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}

/// <summary>What was asked for, as its refusal names it.</summary>
/// <param name="Entity">Consent or kept secret.</param>
/// <param name="Id">Null where none exists yet.</param>
/// <param name="Purpose">For what.</param>
internal sealed record Asked(string Entity, Guid? Id, string? Purpose);

internal sealed class Refusals(IUnitOfWork unitOfWork, IAuditLog audit) : IScopedDependency
{
    public async Task<bool> RecordAsync(Asked asked, string code)
    {
        audit.Add($"Vault.{asked.Entity}.Refused", asked.Entity, asked.Id?.ToString(),
            new AuditChange("Code", null, code), new AuditChange("Purpose", null, Shorten(asked.Purpose)));
        await unitOfWork.CompleteAsync(CancellationToken.None);
        return true;
    }

    private static string? Shorten(string? text) => text?.Length > Consent.MaxProvider ? text[..Consent.MaxProvider] : text;
}
