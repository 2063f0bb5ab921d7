using Platform.Identity;
using Platform.Kernel;

namespace Platform.Customers;

/// <summary>
/// Customers of the current company. Whose roles show some customers only, gets those and no trace of the others: not in lists, not in
/// counts, not by id (IDN-11).
/// </summary>
public interface ICustomerAppService : IApplicationService
{
    /// <summary>A page of the list, by code. Needs <see cref="CustomersPermissions.Default"/>.</summary>
    /// <exception cref="InputException">Customers:PageSize.</exception>
    Task<PagedResult<CustomerListDto>> GetListAsync(GetCustomersInput input, CancellationToken cancellationToken = default);

    /// <summary>One customer with the people in charge. Needs <see cref="CustomersPermissions.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or not among those one sees.</exception>
    Task<CustomerDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Adds a customer. Needs <see cref="CustomersPermissions.Create"/>.</summary>
    /// <exception cref="InputException">Every wrong field with its code.</exception>
    Task<CustomerDto> CreateAsync(SaveCustomerDto input, CancellationToken cancellationToken = default);

    /// <summary>Changes a customer. Needs <see cref="CustomersPermissions.Edit"/>.</summary>
    /// <exception cref="InputException">Every wrong field with its code.</exception>
    /// <exception cref="EntityNotFoundException">Not in this company, or not among those one sees.</exception>
    Task<CustomerDto> UpdateAsync(Guid id, SaveCustomerDto input, CancellationToken cancellationToken = default);

    /// <summary>Says who is in charge, in place of who was. Needs <see cref="CustomersPermissions.Assign"/>; holds on the next request.</summary>
    /// <exception cref="InputException">Customers:PersonUnknown: not an active member of the company.</exception>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    Task SetPeopleAsync(Guid id, CustomerPeopleDto input, CancellationToken cancellationToken = default);

    /// <summary>Active members to choose from, by name. Needs <see cref="CustomersPermissions.Assign"/>.</summary>
    Task<IReadOnlyList<MemberDto>> GetMembersAsync(CancellationToken cancellationToken = default);
}
