using Platform.Kernel;

namespace Platform.Customers;

/// <summary>
/// The customers that the current person sees. For other modules, which keep an id and mark their rows with
/// <see cref="CustomerDataAttribute"/>: checks no permission, the calling application service has checked its own.
/// </summary>
public interface ICustomerDirectory : IScopedDependency
{
    /// <summary>By code as it was asked for, whatever case, without codes that nobody has or nobody whom the person sees.</summary>
    Task<IReadOnlyDictionary<string, CustomerReferenceDto>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken = default);

    /// <summary>By id, without those that the person does not see.</summary>
    Task<IReadOnlyDictionary<Guid, CustomerReferenceDto>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);
}

/// <summary>A customer, named.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">The company's own number for it.</param>
/// <param name="Name">Name.</param>
public sealed record CustomerReferenceDto(Guid Id, string Code, string Name);
