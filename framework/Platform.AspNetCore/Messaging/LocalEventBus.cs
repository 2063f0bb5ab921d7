using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.AspNetCore;

internal sealed class LocalEventBus(IServiceProvider services) : ILocalEventBus, IScopedDependency
{
    public async Task PublishAsync<TEvent>(TEvent eventData, CancellationToken cancellationToken = default) where TEvent : notnull
    {
        foreach (var handler in services.GetServices<ILocalEventHandler<TEvent>>())
        {
            await handler.HandleAsync(eventData, cancellationToken);
        }
    }
}
