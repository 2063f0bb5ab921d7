namespace Platform.Kernel;

/// <summary>
/// Rows that outlive the erasure of their company because a law asks for them. Without it every <see cref="IMultiTenant"/> row is erased, so
/// that no module has to remember it. What a retained row refers to by a foreign key is retained too.
/// </summary>
/// <param name="months">How long, from the day on which the company closed its account.</param>
/// <param name="textKey">Key of the text that names the rows and the law, the resource first: "Sepa.Retained.Payments". The company reads it before it closes.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RetainedAttribute(int months, string textKey) : Attribute
{
    /// <summary>From the day on which the company closed its account.</summary>
    public int Months { get; } = months;

    /// <summary>Of what is kept, and by which law.</summary>
    public string TextKey { get; } = textKey;
}

/// <summary>
/// On a <see cref="HostWideAttribute">host-wide</see> entity that is not exported: a row is erased with the company whose id stands in one of
/// these properties. What is <see cref="ExportedForAttribute">exported for</see> a company is erased with it anyway.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ErasedForAttribute(params string[] properties) : Attribute
{
    /// <summary>Names of properties.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}

/// <summary>Erases what the current company keeps outside its tables and blobs, or in rows that do not name it. The scanner finds it.</summary>
public interface ICompanyEraser : ITransientDependency
{
    /// <summary>Runs before any table is erased, and again from the start when a host died: repeating it changes nothing.</summary>
    Task EraseAsync(CancellationToken cancellationToken);
}
