using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Customers;

internal sealed class CustomerAppService(
    CustomersDbContext context, CustomerPeople people, IUnitOfWork unitOfWork, IPermissionChecker permissions) : ICustomerAppService
{
    private const int LargestPage = 200;

    public async Task<PagedResult<CustomerListDto>> GetListAsync(GetCustomersInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(CustomersPermissions.Default, cancellationToken);
        if (input.PageSize is < 1 or > LargestPage)
            throw new InputException(new FieldError(nameof(input.PageSize), CustomersErrorCodes.PageSize, $"{input.PageSize}"));
        var found = Matching(input.Search);
        var total = await found.LongCountAsync(cancellationToken);
        if (input.Cursor is { Length: > 0 } last)
            found = found.Where(c => string.Compare(c.CodeKey, last) > 0);
        var rows = await found.OrderBy(c => c.CodeKey).Take(input.PageSize + 1).ToListAsync(cancellationToken);
        var page = rows.Take(input.PageSize).ToList();
        var inCharge = await people.OfAsync(page.ConvertAll(c => c.Id), cancellationToken);
        return new PagedResult<CustomerListDto>([.. page.Select(c => ToListDto(c, inCharge))], rows.Count > page.Count ? page[^1].CodeKey : null, total);
    }

    public async Task<CustomerDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(CustomersPermissions.Default, cancellationToken);
        return await ToDtoAsync(await LoadAsync(id, cancellationToken), cancellationToken);
    }

    public async Task<CustomerDto> CreateAsync(SaveCustomerDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(CustomersPermissions.Create, cancellationToken);
        var customer = new Customer(input);
        await RequireFreeAsync(customer.Code, customer.Id, cancellationToken);
        context.Customers.Add(customer);
        await context.SaveChangesAsync(cancellationToken);
        return await ToDtoAsync(customer, cancellationToken);
    }

    public async Task<CustomerDto> UpdateAsync(Guid id, SaveCustomerDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(CustomersPermissions.Edit, cancellationToken);
        var customer = await LoadAsync(id, cancellationToken);
        if (input.ConcurrencyStamp is { } stamp && stamp != customer.ConcurrencyStamp)
            throw new DbUpdateConcurrencyException("The customer changed since it was read.");
        await RequireFreeAsync(input.Code ?? "", id, cancellationToken);
        customer.Update(input);
        await context.SaveChangesAsync(cancellationToken);
        return await ToDtoAsync(customer, cancellationToken);
    }

    public async Task SetPeopleAsync(Guid id, CustomerPeopleDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(CustomersPermissions.Assign, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        await people.SetAsync(await LoadAsync(id, cancellationToken), input, cancellationToken);
    }

    public async Task<IReadOnlyList<MemberDto>> GetMembersAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(CustomersPermissions.Assign, cancellationToken);
        return await people.ChoicesAsync(cancellationToken);
    }

    private IQueryable<Customer> Matching(string? search) =>
        context.Customers.AsNoTracking().Matching(search, word => c => c.SearchText.Contains(word));

    private async Task<Customer> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Customers.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new EntityNotFoundException();

    // Codes are unique among all customers, also those that the person does not see.
    private async Task RequireFreeAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        var key = Customer.KeyOf(code);
        if (await context.Customers.IgnoreQueryFilters([PlatformDbContext.CustomerFilterName]).AnyAsync(c => c.CodeKey == key && c.Id != id, cancellationToken))
            throw new InputException(new FieldError(nameof(SaveCustomerDto.Code), CustomersErrorCodes.CodeTaken, code));
    }

    private static CustomerListDto ToListDto(Customer customer, ILookup<(Guid Customer, CustomerView Kind), MemberDto> inCharge) => new(
        customer.Id, customer.Code, customer.Name, customer.Email,
        [.. inCharge[(customer.Id, CustomerView.Managed)].Select(p => p.Name)], [.. inCharge[(customer.Id, CustomerView.Assigned)].Select(p => p.Name)]);

    private async Task<CustomerDto> ToDtoAsync(Customer c, CancellationToken cancellationToken)
    {
        var inCharge = await people.OfAsync([c.Id], cancellationToken);
        return new CustomerDto(
            c.Id, c.Code, c.Name, c.Email, c.Language, [.. inCharge[(c.Id, CustomerView.Managed)]], [.. inCharge[(c.Id, CustomerView.Assigned)]], c.ConcurrencyStamp);
    }
}
