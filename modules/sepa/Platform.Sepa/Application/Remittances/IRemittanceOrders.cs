using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What collections, transfers and reversals do differently in a remittance.</summary>
internal interface IRemittanceOrders : IScopedDependency
{
    bool Serve(PaymentScheme scheme);

    RuleSet Rules(PaymentScheme scheme);

    /// <summary>Those that a remittance of this account may take.</summary>
    IQueryable<PaymentOrder> Waiting(CreditorAccount account, PaymentScheme scheme);

    /// <summary>Gives each order its date, and what else the bank file says of it.</summary>
    Task PrepareAsync(Remittance remittance, CreditorAccount account, DateOnly earliest, CancellationToken cancellationToken);

    /// <summary>As the rules see them, ascending by key.</summary>
    IQueryable<OrderFacts> Facts(Guid remittanceId, Guid after);

    /// <summary>Refuses what other remittances have overtaken since the orders were prepared.</summary>
    Task RequireCurrentAsync(Remittance remittance, CancellationToken cancellationToken);

    /// <summary>Refuses to let a file go that became wrong since its approval.</summary>
    Task RequireLeavableAsync(Remittance remittance, CreditorAccount account, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What follows once the bank file exists.</summary>
    Task IssuedAsync(Guid remittanceId, CreditorAccount account, CancellationToken cancellationToken);

    /// <summary>"V08": edition of the message that the account's bank wants.</summary>
    string Version(CreditorAccount account);

    /// <summary>Streams the bank file.</summary>
    Task WriteAsync(Stream output, BankFile file, CancellationToken cancellationToken);
}

/// <summary>A bank file to be written.</summary>
internal sealed record BankFile(Remittance Remittance, CreditorAccount Account, string MessageId, DateTime CreatedAt, IReadOnlyList<LineBlock> Blocks);

internal static class RemittanceOrders
{
    public static IRemittanceOrders Of(this IEnumerable<IRemittanceOrders> kinds, PaymentScheme scheme) => kinds.First(k => k.Serve(scheme));
}
