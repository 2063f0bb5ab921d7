namespace Platform.Kernel;

/// <summary>
/// Puts a module's first data in place (ABP: IDataSeedContributor). Runs at every start, in module order, under the migration
/// lock, so on one host at a time: must do nothing where its data exists.
/// </summary>
public interface IDataSeedContributor : ITransientDependency
{
    /// <summary>Runs in its own scope, completed afterwards, in the host's context.</summary>
    Task SeedAsync(DataSeedContext context, CancellationToken cancellationToken);
}

/// <summary>What kind of data is wanted.</summary>
/// <param name="Demonstration">True in Development with "Demo:Enabled": companies, people and sample records may be made.</param>
public sealed record DataSeedContext(bool Demonstration);

/// <summary>An aggregate that two people may not overwrite: a lost update is refused with status 409 (Platform:Conflict).</summary>
public interface IHasConcurrencyStamp
{
    /// <summary>Changes with every save; compared by the database.</summary>
    Guid ConcurrencyStamp { get; set; }
}

/// <summary>A row that is hidden instead of removed; filtered by the query filter "SoftDelete".</summary>
public interface ISoftDelete
{
    /// <summary>True once deleted.</summary>
    bool IsDeleted { get; set; }
}

/// <summary>A page of a list that is read by key, never by offset.</summary>
/// <param name="Items">In the order asked for.</param>
/// <param name="NextCursor">Ask with it for what follows; null at the end.</param>
/// <param name="TotalCount">Of all that match, where it is cheap to know.</param>
public sealed record PagedResult<T>(IReadOnlyList<T> Items, string? NextCursor, long? TotalCount = null);

/// <summary>
/// Rows that are only ever added: changing or deleting one is refused on save and, on PostgreSQL, by missing privileges.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AppendOnlyAttribute : Attribute;
