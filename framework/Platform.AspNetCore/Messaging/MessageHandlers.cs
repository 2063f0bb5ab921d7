using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Who handles which event or job, found among the registered services once at start.</summary>
internal sealed class MessageHandlers(IReadOnlyList<MessageHandler> handlers)
{
    private readonly ILookup<string, MessageHandler> _byType = handlers.ToLookup(h => h.MessageType.FullName!, StringComparer.Ordinal);
    private readonly Dictionary<string, MessageHandler> _byName = handlers.ToDictionary(h => h.Name, StringComparer.Ordinal);

    public IEnumerable<MessageHandler> For(string messageType) => _byType[messageType];

    public MessageHandler? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>One handler of one message type.</summary>
/// <param name="Implementation">Resolved from the scope of the delivery.</param>
/// <param name="MessageType">Event or job arguments.</param>
/// <param name="InvokeAsync">Calls the handler.</param>
internal sealed record MessageHandler(Type Implementation, Type MessageType, Func<object, object, CancellationToken, Task> InvokeAsync)
{
    /// <summary>Runs before its transaction begins.</summary>
    public bool CallsOut { get; } = Implementation.IsDefined(typeof(CallsOutAttribute), inherit: true);

    /// <summary>Also in a company that closed its account.</summary>
    public bool RunsWhenClosed { get; } = Implementation.IsDefined(typeof(RunsWhenClosedAttribute), inherit: true);

    public string Name => $"{Implementation.FullName}/{MessageType.FullName}";

    public object Read(string payload) => JsonSerializer.Deserialize(payload, MessageType)!;
}

internal static class MessageHandlerRegistration
{
    // Read when first needed: by then every module, and a test, has registered what it has.
    public static void AddMessageHandlers(this IServiceCollection services) =>
        services.AddSingleton(_ => new MessageHandlers([.. services.Select(s => s.ImplementationType).OfType<Type>().Distinct().SelectMany(Describe)]));

    private static IEnumerable<MessageHandler> Describe(Type type) =>
        type.GetInterfaces().Where(i => i.IsGenericType).Select(i => Describe(type, i)).OfType<MessageHandler>();

    private static MessageHandler? Describe(Type implementation, Type contract)
    {
        var definition = contract.GetGenericTypeDefinition();
        if (definition != typeof(IDistributedEventHandler<>) && definition != typeof(IBackgroundJob<>))
        {
            return null;
        }

        var method = contract.GetMethods().Single();
        return new MessageHandler(
            implementation,
            contract.GetGenericArguments()[0],
            (handler, message, cancellation) => (Task)method.Invoke(handler, [message, cancellation])!);
    }
}
