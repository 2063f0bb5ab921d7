namespace Platform.Signing;

/// <summary>Section "Signing" of the configuration.</summary>
internal sealed class SigningOptions
{
    /// <summary>Address of an RFC 3161 time-stamp authority (HTTP, RFC 3161 3.4); none: signatures bear the host's time only.</summary>
    public Uri? TimeStampAuthority { get; set; }

    /// <summary>Whether the installation issues certificates of its own, which prove nothing to others. For demonstrations.</summary>
    public bool Demonstration { get; set; }
}
