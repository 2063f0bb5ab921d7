namespace Platform.Identity;

/// <summary>How far an old login is on its way to a person's own account.</summary>
public enum LegacyState
{
    /// <summary>Nobody has begun.</summary>
    NotStarted,

    /// <summary>Somebody signed in and chose to do it later.</summary>
    Postponed,

    /// <summary>Somebody asked for a code.</summary>
    InProgress,

    /// <summary>A person's own account took its place; it still signs in for a while.</summary>
    Done,

    /// <summary>It opens nothing any more.</summary>
    Closed,
}
