namespace Platform.Kernel;

/// <summary>What kind of limit a scope is.</summary>
public enum DataScopeKind
{
    /// <summary>Chosen records, such as bank accounts.</summary>
    Items,

    /// <summary>An amount of euros that is not passed.</summary>
    Amount,
}

/// <summary>
/// A limit that can be put on the rights of a role or a person. Declared beside the permissions of a module; its text is
/// "DataScope:{Name}" in the resource its first segment names.
/// </summary>
/// <param name="Name">Dotted, the module first: "Sepa.RemittanceAmount".</param>
/// <param name="Group">The module's group.</param>
/// <param name="Kind">What is chosen.</param>
public sealed record DataScopeDefinition(string Name, string Group, DataScopeKind Kind);

/// <summary>Records that a scope of kind <see cref="DataScopeKind.Items"/> chooses from. Implemented by the module that declares it.</summary>
public interface IDataScopeItems : IScopedDependency
{
    /// <summary>Name of the scope.</summary>
    string Scope { get; }

    /// <summary>Everything there is to choose from in the current company, by name. Asks for no permission.</summary>
    Task<IReadOnlyList<DataScopeItem>> GetAsync(CancellationToken cancellationToken = default);
}

/// <summary>A record to choose.</summary>
/// <param name="Id">The record.</param>
/// <param name="Name">As people know it.</param>
public sealed record DataScopeItem(Guid Id, string Name);
