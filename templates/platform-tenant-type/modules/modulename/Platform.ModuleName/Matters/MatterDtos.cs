namespace Platform.ModuleName;

/// <summary>What a firm does for the company.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="Subject">In a line.</param>
/// <param name="Firm">Name of the firm.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="ClosedAt">UTC; null while it is open.</param>
internal sealed record MatterDto(Guid Id, string Subject, string Firm, DateTime OpenedAt, DateTime? ClosedAt);

/// <summary>A matter in a firm's list.</summary>
/// <param name="Matter">The matter, in the client's company.</param>
/// <param name="ClientSlug">Segment of the client's URLs.</param>
/// <param name="ClientName">Legal name.</param>
internal sealed record FirmMatterDto(MatterDto Matter, string ClientSlug, string ClientName);

/// <summary>A new matter.</summary>
internal sealed record OpenMatterDto
{
    /// <summary>Required, at most 200 characters.</summary>
    public string? Subject { get; init; }
}

/// <summary>Which page of a list, the newest first.</summary>
/// <param name="Cursor">From the page before; null for the first page.</param>
/// <param name="PageSize">1 to 100; a number outside counts as the nearest bound.</param>
internal sealed record GetMattersInput(string? Cursor = null, int PageSize = 25);
