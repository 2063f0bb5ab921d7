namespace Platform.Tenancy;

/// <summary>Whether the company's account is closed, and what closing it does.</summary>
/// <param name="ClosedAt">UTC; null while it is open.</param>
/// <param name="ErasureDue">UTC: when the company is erased, or would be if it were closed now.</param>
/// <param name="Days">Between closing and erasure.</param>
/// <param name="CanTakeBack">Whether it is closed and its erasure has not begun.</param>
/// <param name="Export">The export of everything that allows closing, begun within the last 24 hours; while it is closed the latest one; null for none.</param>
/// <param name="IsOperator">Whether the company operates the installation: then it is never closed.</param>
/// <param name="Obstacles">What stops closing.</param>
/// <param name="Firms">Engagements of firms that end with it.</param>
/// <param name="Clients">Engagements by clients that end with it, where the company is a firm.</param>
/// <param name="Group">Name of the group that it leaves; null for none.</param>
/// <param name="Retained">What outlives the erasure.</param>
public sealed record ClosingDto(
    DateTime? ClosedAt, DateTime ErasureDue, int Days, bool CanTakeBack, ExportDto? Export, bool IsOperator, IReadOnlyList<ClosingObstacle> Obstacles, int Firms, int Clients,
    string? Group, IReadOnlyList<RetainedDto> Retained);

/// <summary>Rows that a law asks to keep.</summary>
/// <param name="Text">What they are and by which law they are kept, in the reader's language.</param>
/// <param name="Months">How long, from the closing.</param>
/// <param name="Tables">Which tables: "sepa/orders".</param>
public sealed record RetainedDto(string Text, int Months, IReadOnlyList<string> Tables);

/// <summary>A wish to close the account.</summary>
/// <param name="Name">The company's legal name, typed to confirm.</param>
public sealed record CloseCompanyDto(string? Name);

/// <summary>
/// The company's account was closed, or its closing taken back. A local event: handlers run in the same transaction, in the company. No job
/// that is enqueued there runs while it is closed.
/// </summary>
/// <param name="TenantId">The company.</param>
/// <param name="Slug">Its segment in URLs.</param>
/// <param name="Name">Legal name.</param>
/// <param name="ErasureDue">UTC; null when the closing was taken back.</param>
public sealed record CompanyClosingEto(Guid TenantId, string Slug, string Name, DateTime? ErasureDue);

/// <summary>A company was erased. A distributed event, in the host's context.</summary>
/// <param name="TenantId">The company.</param>
/// <param name="People">Ids of those who were members until then, also former ones.</param>
public sealed record CompanyErasedEto(Guid TenantId, IReadOnlyList<Guid> People);
