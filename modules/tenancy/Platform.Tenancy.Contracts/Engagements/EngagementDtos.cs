namespace Platform.Tenancy;

/// <summary>How far an engagement has come. Its text is "EngagementState:{name}".</summary>
public enum EngagementState
{
    /// <summary>The client asked; the firm has not answered.</summary>
    Requested,

    /// <summary>The firm works for the client.</summary>
    Accepted,

    /// <summary>The firm does not want to.</summary>
    Refused,

    /// <summary>Over: ended by one of the two, or replaced by another firm.</summary>
    Ended,
}

/// <summary>A firm that works, is to work or worked for a client.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Kind">Name of its <see cref="EngagementKindDefinition"/>.</param>
/// <param name="State">Now.</param>
/// <param name="Client">Whose company it is.</param>
/// <param name="Firm">Who works in it.</param>
/// <param name="Scopes">Names of the permissions granted.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="RequestedBy">Name of the client's person.</param>
/// <param name="DecidedAt">UTC; null before the firm's answer.</param>
/// <param name="DecidedBy">Name of the firm's person.</param>
/// <param name="ClosedAt">UTC; null while it is asked for or runs.</param>
/// <param name="ClosedBy">Name of the person who ended it, on either side.</param>
/// <param name="ConcurrencyStamp">To be sent back with a change.</param>
public sealed record EngagementDto(
    Guid Id, string Kind, EngagementState State, CompanyListItemDto Client, CompanyListItemDto Firm, IReadOnlyList<string> Scopes, DateTime RequestedAt,
    string? RequestedBy, DateTime? DecidedAt, string? DecidedBy, DateTime? ClosedAt, string? ClosedBy, Guid ConcurrencyStamp);

/// <summary>A wish to engage a firm.</summary>
/// <param name="Kind">Name of a declared kind.</param>
/// <param name="FirmId">The firm.</param>
/// <param name="Scopes">What it may do; null for what the kind proposes.</param>
public sealed record RequestEngagementDto(string? Kind, Guid FirmId, IReadOnlyList<string>? Scopes = null);

/// <summary>Other scopes; they replace the former ones.</summary>
/// <param name="Scopes">Of those that the kind can grant.</param>
/// <param name="ConcurrencyStamp">As read: a change by somebody else in between is refused with status 409.</param>
public sealed record ScopesDto(IReadOnlyList<string>? Scopes, Guid ConcurrencyStamp);

/// <summary>A firm of the directory: what it says of itself in public.</summary>
/// <param name="Id">To engage it.</param>
/// <param name="Name">Legal name.</param>
/// <param name="VatNumber">With prefix, without separators; empty when there is none.</param>
/// <param name="Town">Where it sits.</param>
/// <param name="Country">ISO 3166-1.</param>
/// <param name="IsOnTrial">Its people founded it and the operator has not confirmed it: whoever engages it looks twice.</param>
public sealed record FirmDto(Guid Id, string Name, string VatNumber, string Town, string Country, bool IsOnTrial = false);

/// <summary>Which clients to list.</summary>
/// <param name="State">In this state only.</param>
/// <param name="Kind">Of this kind only.</param>
/// <param name="Search">Part of a name or VAT number, case, accents and separators ignored.</param>
/// <param name="Cursor">Of the page before.</param>
/// <param name="PageSize">1 to 100.</param>
public sealed record ClientListInput(
    EngagementState? State = null, string? Kind = null, string? Search = null, string? Cursor = null, int PageSize = 25);

/// <summary>An engagement changed. A local event: handlers run in the same transaction, in the client's company.</summary>
/// <param name="EngagementId">The engagement.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="ClientId">The client.</param>
/// <param name="Firm">The firm.</param>
/// <param name="State">Its state from now on.</param>
public sealed record EngagementChangedEto(Guid EngagementId, string Kind, Guid ClientId, FirmDto Firm, EngagementState State);
