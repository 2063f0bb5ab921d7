using Platform.Kernel;

namespace Platform.Audit;

/// <summary>Which entries of a trail are wanted. Conditions that are null or empty do not count.</summary>
public sealed record AuditFilterDto
{
    /// <summary>The installation's own trail instead of the current company's; needs <see cref="AuditPermissions.Installation"/>.</summary>
    public bool Installation { get; init; }

    /// <summary>Earliest time, UTC, included.</summary>
    public DateTime? From { get; init; }

    /// <summary>Latest time, UTC, excluded.</summary>
    public DateTime? To { get; init; }

    /// <summary>A person's id, exactly.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Part of the name or e-mail address of a person, case and accents ignored.</summary>
    public string? Person { get; init; }

    /// <summary>The act, exactly: "Updated".</summary>
    public string? Action { get; init; }

    /// <summary>Short name of the record's type, exactly: "Company".</summary>
    public string? EntityType { get; init; }

    /// <summary>The record's key, exactly.</summary>
    public string? EntityId { get; init; }

    /// <summary>Session or API token, exactly.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Everything one request or job did.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Words that all occur anywhere in the entry, in old and new values too; case and accents ignored.</summary>
    public string? Text { get; init; }
}

/// <summary>One entry without its values.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="Time">UTC.</param>
/// <param name="UserId">Who; null for the system itself.</param>
/// <param name="UserName">The name at that time; null for the system itself.</param>
/// <param name="UserEmail">The e-mail address at that time; null for the system itself.</param>
/// <param name="Action">"Created", "Updated", "Deleted" or the name of an act.</param>
/// <param name="EntityType">Short name of the record's type, if a record was touched.</param>
/// <param name="EntityId">The record's key.</param>
/// <param name="ClientAddress">Network address of the client.</param>
/// <param name="FirmName">The firm for which the person acted in a client's company; null for a member.</param>
public record AuditEntryDto(
    Guid Id,
    DateTime Time,
    Guid? UserId,
    string? UserName,
    string? UserEmail,
    string Action,
    string? EntityType,
    string? EntityId,
    string? ClientAddress,
    string? FirmName = null);

/// <summary>One entry with everything that is known.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="Time">UTC.</param>
/// <param name="UserId">Who; null for the system itself.</param>
/// <param name="UserName">The name at that time; null for the system itself.</param>
/// <param name="UserEmail">The e-mail address at that time; null for the system itself.</param>
/// <param name="Action">"Created", "Updated", "Deleted" or the name of an act.</param>
/// <param name="EntityType">Short name of the record's type, if a record was touched.</param>
/// <param name="EntityId">The record's key.</param>
/// <param name="ClientAddress">Network address of the client.</param>
/// <param name="Device">User agent, as the client sent it.</param>
/// <param name="SessionId">The session or API token used.</param>
/// <param name="CorrelationId">The same for everything one request or job did.</param>
/// <param name="Changes">Old and new values, property by property; "***" for a value that is kept out on purpose.</param>
/// <param name="FirmName">The firm for which the person acted in a client's company; null for a member.</param>
public sealed record AuditEntryDetailDto(
    Guid Id,
    DateTime Time,
    Guid? UserId,
    string? UserName,
    string? UserEmail,
    string Action,
    string? EntityType,
    string? EntityId,
    string? ClientAddress,
    string? Device,
    Guid? SessionId,
    string? CorrelationId,
    IReadOnlyList<AuditChange> Changes,
    string? FirmName = null)
    : AuditEntryDto(Id, Time, UserId, UserName, UserEmail, Action, EntityType, EntityId, ClientAddress, FirmName);
