namespace Platform.Kernel;

/// <summary>
/// One line of the audit trail: a changed record, or an act that changes none (sign-in, download, refusal). Never holds a secret.
/// </summary>
/// <param name="Id">Version 7: sorts by time.</param>
/// <param name="TenantId">The company it happened in; <see cref="Guid.Empty"/> for the host.</param>
/// <param name="Time">UTC.</param>
/// <param name="User">Who, from where, in which session.</param>
/// <param name="Action">"Created", "Updated", "Deleted", or the name of an act such as "Sepa.Remittance.Approved".</param>
/// <param name="EntityType">Short name of the record's type, if a record was touched.</param>
/// <param name="EntityId">The record's key.</param>
/// <param name="Changes">Old and new values, property by property.</param>
/// <param name="CorrelationId">Trace id: the same for everything one request or job did.</param>
public sealed record AuditRecord(
    Guid Id,
    Guid TenantId,
    DateTime Time,
    CurrentUserInfo User,
    string Action,
    string? EntityType,
    string? EntityId,
    IReadOnlyList<AuditChange> Changes,
    string? CorrelationId);

/// <summary>One property before and after, as invariant text; "***" stands for a value that is kept out on purpose.</summary>
public sealed record AuditChange(string Property, string? Old, string? New);

/// <summary>
/// Records acts by hand. Changes of entities need no call: they are collected when saved. What is added commits with the
/// unit of work, or not at all.
/// </summary>
public interface IAuditLog
{
    /// <summary>Adds an act to the trail of the current company.</summary>
    void Add(string action, string? entityType = null, string? entityId = null, params IReadOnlyList<AuditChange> changes);
}

/// <summary>Keeps the trail. Implemented by the Audit module; runs inside the transaction of the change and may not fail silently.</summary>
public interface IAuditingStore
{
    /// <summary>Stores all records or throws, which undoes the change too.</summary>
    Task SaveAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken = default);
}

/// <summary>
/// On a class: its rows leave no trace in the trail, for this reason. On a property: that it changed is recorded, its value is not.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class DisableAuditingAttribute(string reason) : Attribute
{
    /// <summary>Why.</summary>
    public string Reason { get; } = reason;
}
