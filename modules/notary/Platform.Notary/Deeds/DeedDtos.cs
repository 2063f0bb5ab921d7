namespace Platform.Notary;

/// <summary>What a deed is about. Its text is "DeedKind:{name}".</summary>
internal enum DeedKind
{
    Incorporation,
    ShareTransfer,
    Lease,
    RealEstateSale,
    Other,
}

/// <summary>How far a deed has come. Its text is "DeedState:{name}".</summary>
internal enum DeedState
{
    /// <summary>The office prepares it.</summary>
    Opened,

    /// <summary>The day of signing is planned.</summary>
    AppointmentSet,

    /// <summary>Signed; formalities are under way.</summary>
    Signed,

    /// <summary>Registered and handed out: nothing remains to be done.</summary>
    Closed,
}

/// <summary>A deed of the company.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="Reference">The office's own, unique among its deeds for the company.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">In a line.</param>
/// <param name="State">Now.</param>
/// <param name="Office">Name of the office that prepares it.</param>
/// <param name="SigningDay">Planned, then kept; null before the appointment.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="ClosedAt">UTC; null until then.</param>
internal sealed record DeedDto(
    Guid Id, string Reference, DeedKind Kind, string Subject, DeedState State, string Office, DateOnly? SigningDay, DateTime OpenedAt, DateTime? ClosedAt);

/// <summary>A deed in an office's list.</summary>
/// <param name="Deed">The deed, in the client's company.</param>
/// <param name="ClientSlug">Segment of the client's URLs.</param>
/// <param name="ClientName">Legal name.</param>
internal sealed record OfficeDeedDto(DeedDto Deed, string ClientSlug, string ClientName);

/// <summary>A new deed.</summary>
internal sealed record OpenDeedDto
{
    /// <summary>Required, at most 40 characters.</summary>
    public string? Reference { get; init; }

    /// <summary>Required.</summary>
    public DeedKind? Kind { get; init; }

    /// <summary>Required, at most 200 characters.</summary>
    public string? Subject { get; init; }
}

/// <summary>When the deed will be signed.</summary>
/// <param name="Day">Required, today or later.</param>
internal sealed record AppointmentDto(DateOnly? Day);

/// <summary>Which deeds to list, the newest first.</summary>
/// <param name="State">In this state only.</param>
/// <param name="Cursor">From the page before; null for the first page.</param>
/// <param name="PageSize">1 to 100; a number outside counts as the nearest bound.</param>
internal sealed record GetDeedsInput(DeedState? State = null, string? Cursor = null, int PageSize = 25);
