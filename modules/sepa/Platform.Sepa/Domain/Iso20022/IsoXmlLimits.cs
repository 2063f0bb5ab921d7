namespace Platform.Sepa;

/// <summary>What a message may cost its reader.</summary>
internal static class IsoXmlLimits
{
    public const long FileBytes = 64L * 1024 * 1024;

    /// <summary>The deepest element of the messages that are read stands some twenty deep, an envelope apart.</summary>
    public const int Depth = 64;
}
