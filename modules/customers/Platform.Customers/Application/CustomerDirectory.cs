using Microsoft.EntityFrameworkCore;

namespace Platform.Customers;

internal sealed class CustomerDirectory(CustomersDbContext context) : ICustomerDirectory
{
    public async Task<IReadOnlyDictionary<string, CustomerReferenceDto>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken = default)
    {
        var keys = codes.Select(Customer.KeyOf).Where(k => k.Length > 0).Distinct().ToArray();
        var found = keys.Length == 0 ? [] : await context.Customers.AsNoTracking().Where(c => EF.Parameter(keys).Contains(c.CodeKey)).ToDictionaryAsync(
            c => c.CodeKey, c => new CustomerReferenceDto(c.Id, c.Code, c.Name), cancellationToken);
        return codes.Distinct().Where(c => found.ContainsKey(Customer.KeyOf(c))).ToDictionary(c => c, c => found[Customer.KeyOf(c)], StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<Guid, CustomerReferenceDto>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) =>
        ids.Count == 0
            ? new Dictionary<Guid, CustomerReferenceDto>()
            : await context.Customers.Where(c => ids.Contains(c.Id)).Select(c => new CustomerReferenceDto(c.Id, c.Code, c.Name))
                .ToDictionaryAsync(c => c.Id, cancellationToken);
}
