namespace Platform.Kernel;

/// <summary>Which of a company's customers a source of rights shows.</summary>
public enum CustomerView
{
    /// <summary>Every customer, and what is about none.</summary>
    All,

    /// <summary>Those the person is in charge of.</summary>
    Managed,

    /// <summary>Those assigned to the person.</summary>
    Assigned,
}

/// <summary>
/// Marks rows about one customer. Whoever does not see every customer gets only the rows of those they see, from every query: lists,
/// counts, searches, exports. A row about no customer is shown only to who sees all of them. The rows are read after a permission was
/// checked; asked for without, the query throws. The system itself, where nobody is signed in, sees everything.
/// </summary>
/// <param name="customerId">Name of the property that holds the customer's id: a <see cref="Guid"/>, null where about none.</param>
/// <param name="permissions">
/// Those that show the rows or act on all of them: the sources that bring one of them decide which customers are seen, together.
/// </param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CustomerDataAttribute(string customerId, params string[] permissions) : Attribute
{
    /// <summary>Name of the property.</summary>
    public string CustomerId { get; } = customerId;

    /// <summary>The permissions that show the rows.</summary>
    public IReadOnlyList<string> Permissions { get; } = permissions;
}

/// <summary>The customers that sources of rights show together.</summary>
/// <param name="Everything">All of them; the other members do not matter then.</param>
/// <param name="ManagedBy">People whose managed customers are seen: the person, and whoever lent such rights.</param>
/// <param name="AssignedTo">People whose assigned customers are seen.</param>
internal sealed record CustomerSight(bool Everything, List<Guid> ManagedBy, List<Guid> AssignedTo)
{
    public static CustomerSight All { get; } = new(true, [], []);

    public static CustomerSight Of(Guid person, IReadOnlyCollection<GrantBundle> sources) => sources.Any(b => b.Customers == CustomerView.All)
        ? All
        : new CustomerSight(false, People(person, sources, CustomerView.Managed), People(person, sources, CustomerView.Assigned));

    private static List<Guid> People(Guid person, IEnumerable<GrantBundle> sources, CustomerView view) =>
        [.. sources.Where(b => b.Customers == view).Select(b => b.OnBehalfOf ?? person).Distinct()];
}
