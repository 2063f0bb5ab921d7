namespace Platform.ModuleName;

/// <summary>A note.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="Title">Unique in the company.</param>
/// <param name="Text">Free text, possibly empty.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record NoteDto(Guid Id, string Title, string Text, DateTime CreatedAt);

/// <summary>A new note.</summary>
public sealed record CreateNoteDto
{
    /// <summary>Required, at most 120 characters, unique in the company.</summary>
    public string? Title { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public string? Text { get; init; }
}

/// <summary>Which page of the list.</summary>
/// <param name="Cursor">From the page before; null for the first page.</param>
/// <param name="PageSize">1 to 200; a number outside counts as the nearest bound.</param>
public sealed record GetNotesInput(string? Cursor = null, int PageSize = 25);
