namespace Platform.Kernel;

/// <summary>
/// Asked on each request of a member below a company's route, in that company, before anything of it is read. What it refuses goes no
/// further: the API answers 403 with the code, pages lead to <see cref="TenantRefusal.Path"/> and back.
/// </summary>
public interface ITenantGate
{
    /// <summary>Why the current person may not enter the current company from where they are now; null when they may.</summary>
    Task<TenantRefusal?> FindRefusalAsync(CancellationToken cancellationToken = default);
}

/// <summary>All gates together, for the company that is current.</summary>
public static class TenantGates
{
    /// <summary>The first refusal; null when every gate lets the current person in.</summary>
    public static async Task<TenantRefusal?> FindRefusalAsync(this IEnumerable<ITenantGate> gates, CancellationToken cancellationToken = default)
    {
        foreach (var gate in gates)
        {
            if (await gate.FindRefusalAsync(cancellationToken) is { } refusal)
                return refusal;
        }

        return null;
    }

    /// <summary>For code that enters another company within a request, as a firm's does with its clients'.</summary>
    /// <exception cref="TenantRefusedException">A gate refuses.</exception>
    public static async Task CheckAsync(this IEnumerable<ITenantGate> gates, CancellationToken cancellationToken = default)
    {
        if (await gates.FindRefusalAsync(cancellationToken) is { } refusal)
            throw new TenantRefusedException(refusal.Code);
    }
}

/// <summary>A company stays closed to its member for now.</summary>
/// <param name="Code">Stable error code.</param>
/// <param name="Path">Of the page below the company's root where the person can do something about it; that page passes the gate.</param>
public sealed record TenantRefusal(string Code, string Path);

/// <summary>A gate refused: status 403.</summary>
public sealed class TenantRefusedException(string code) : BusinessException(code);
