using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>
/// Names what must be settled before the current company closes its account, such as payments on their way. A module implements this, in any of
/// its assemblies, and the scanner finds it.
/// </summary>
public interface IClosingObstacles : ITransientDependency
{
    /// <summary>What stops closing now; empty for nothing. Asked for the page, and again in the transaction that closes.</summary>
    Task<IReadOnlyList<ClosingObstacle>> FindAsync(CancellationToken cancellationToken);
}

/// <summary>A reason against closing.</summary>
/// <param name="Place">Where, in the reader's language: "Remittances".</param>
/// <param name="Reason">What is to be done about it, in the reader's language.</param>
/// <param name="Url">Where it is done, relative to the company's root.</param>
public sealed record ClosingObstacle(string Place, string Reason, string Url);
