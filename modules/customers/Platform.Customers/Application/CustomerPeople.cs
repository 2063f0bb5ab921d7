using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Customers;

/// <summary>Who is in charge of customers.</summary>
internal sealed class CustomerPeople(CustomersDbContext context, IMemberDirectory members, IAuditLog audit) : IScopedDependency
{
    public async Task<IReadOnlyList<MemberDto>> ChoicesAsync(CancellationToken cancellationToken) => await members.GetActiveAsync(cancellationToken);

    /// <summary>By customer and kind, by name; former and inactive members are left out.</summary>
    public async Task<ILookup<(Guid Customer, CustomerView Kind), MemberDto>> OfAsync(IReadOnlyCollection<Guid> customers, CancellationToken cancellationToken)
    {
        var rows = await context.Assignments.AsNoTracking().Where(a => customers.Contains(a.CustomerId)).ToListAsync(cancellationToken);
        var active = rows.Count == 0 ? [] : await members.GetActiveAsync(cancellationToken);
        return active.Join(rows, m => m.Id, a => a.UserId, (member, row) => (row, member)).ToLookup(x => (x.row.CustomerId, x.row.Kind), x => x.member);
    }

    public async Task SetAsync(Customer customer, CustomerPeopleDto wanted, CancellationToken cancellationToken)
    {
        var names = (await members.GetActiveAsync(cancellationToken)).ToDictionary(m => m.Id, m => m.Name);
        var strangers = wanted.ManagedBy.Select(id => (Field: nameof(wanted.ManagedBy), id)).Concat(wanted.AssignedTo.Select(id => (Field: nameof(wanted.AssignedTo), id)))
            .Where(x => !names.ContainsKey(x.id)).Select(x => new FieldError(x.Field, CustomersErrorCodes.PersonUnknown, x.id.ToString())).ToList();
        if (strangers.Count > 0)
            throw new InputException(strangers);
        await ReplaceAsync(customer, CustomerView.Managed, wanted.ManagedBy, names, cancellationToken);
        await ReplaceAsync(customer, CustomerView.Assigned, wanted.AssignedTo, names, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task ReplaceAsync(
        Customer customer, CustomerView kind, IReadOnlyList<Guid> wanted, Dictionary<Guid, string> names, CancellationToken cancellationToken)
    {
        var current = await context.Assignments.Where(a => a.CustomerId == customer.Id && a.Kind == kind).ToListAsync(cancellationToken);
        var before = current.ConvertAll(a => a.UserId);
        if (before.ToHashSet().SetEquals(wanted))
            return;
        context.Assignments.RemoveRange(current.Where(a => !wanted.Contains(a.UserId)));
        context.Assignments.AddRange(wanted.Except(before).Select(id => new CustomerAssignment { CustomerId = customer.Id, UserId = id, Kind = kind }));
        audit.Add("Customers.PeopleChanged", nameof(Customer), customer.Id.ToString(), new AuditChange($"{kind}", Names(before, names), Names(wanted, names)));
    }

    private static string Names(IEnumerable<Guid> people, Dictionary<Guid, string> names) =>
        string.Join(", ", people.Distinct().Select(id => names.GetValueOrDefault(id, $"{id}")).Order(StringComparer.Ordinal));
}
