using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>A message on its way to one handler.</summary>
internal sealed record Envelope(Guid Id, Guid TenantId, Guid? UserId, string Payload, bool IsLastAttempt = false);

/// <summary>What the running job may know of its tries.</summary>
internal sealed class JobAttempt : IScopedDependency
{
    /// <summary>After this one nobody tries again.</summary>
    public bool IsLast { get; set; }
}

/// <summary>The company of a message is closed.</summary>
internal sealed class TenantClosedException() : Exception("The company is closed.");

/// <summary>Runs one handler for one message in a scope of its own; work and inbox row commit together, so it counts once.</summary>
internal sealed class MessageDelivery(IServiceScopeFactory scopes, ICurrentTenant currentTenant, ICurrentUser currentUser, TimeProvider clock) : ISingletonDependency
{
    /// <exception cref="TenantClosedException">The company may take its closing back: the message waits until then. One of an erased company comes to nothing.</exception>
    public async Task DeliverAsync(MessageHandler handler, Envelope envelope, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var tenants = services.GetRequiredService<ITenantStore>();
        var tenant = envelope.TenantId == Guid.Empty ? null : await tenants.FindByIdAsync(envelope.TenantId, cancellationToken);
        if (tenant is { ErasedAt: not null })
            return;
        if (tenant is { ClosedAt: not null } && !handler.RunsWhenClosed)
            throw new TenantClosedException();

        var access = tenant is not null && envelope.UserId is { } person ? await tenants.FindAccessAsync(person, tenant.Id, cancellationToken) : null;
        using var inTenant = tenant is null ? currentTenant.Change(envelope.TenantId) : currentTenant.Change(tenant);
        using var asUser = currentUser.Change(new CurrentUserInfo(envelope.UserId, ActingFor: access?.ActingFor));
        services.GetRequiredService<JobAttempt>().IsLast = envelope.IsLastAttempt;
        var unitOfWork = services.GetRequiredService<IUnitOfWork>();
        var inbox = services.GetRequiredService<KernelDbContext>();
        if (handler.CallsOut)
        {
            if (await IsRegisteredAsync(inbox, envelope.Id, handler.Name, cancellationToken))
                return;
            await InvokeAsync();
        }

        // The lock comes first: two hosts with the same message must not both find the inbox empty.
        await unitOfWork.BeginAsync(cancellationToken);
        if (!await TryRegisterAsync(inbox, envelope.Id, handler.Name, cancellationToken))
            return;
        if (!handler.CallsOut)
            await InvokeAsync();
        await unitOfWork.CompleteAsync(cancellationToken);

        Task InvokeAsync() =>
            handler.InvokeAsync(services.GetRequiredService(handler.Implementation), handler.Read(envelope.Payload), cancellationToken);
    }

    private static Task<bool> IsRegisteredAsync(KernelDbContext context, Guid id, string handler, CancellationToken cancellationToken) =>
        context.Inbox.AsNoTracking().AnyAsync(m => m.MessageId == id && m.Handler == handler, cancellationToken);

    private async Task<bool> TryRegisterAsync(KernelDbContext context, Guid id, string handler, CancellationToken cancellationToken)
    {
        // On PostgreSQL a second host waits at the key until the first has committed or failed.
        var now = clock.GetUtcNow().UtcDateTime;
        var inserted = await context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "PlatformInbox" ("MessageId", "Handler", "ProcessedAt") VALUES ({id}, {handler}, {now}) ON CONFLICT DO NOTHING""", cancellationToken);
        return inserted == 1;
    }
}
