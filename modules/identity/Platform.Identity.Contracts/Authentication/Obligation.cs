namespace Platform.Identity;

/// <summary>What a session owes before it opens anything else. Fixed when it begins, so a new policy holds from the next sign-in on.</summary>
[Flags]
public enum Obligation
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The password is older than allowed.</summary>
    NewPassword = 1,

    /// <summary>A second factor is required, and the time given to set one up has passed.</summary>
    SecondFactor = 2,

    /// <summary>An old login that no person's own account has replaced yet; can be put off for the session.</summary>
    Migration = 4,
}
