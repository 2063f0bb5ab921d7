namespace Platform.Vault.Web;

/// <summary>A moment in the life of a consent; the key names a text.</summary>
internal sealed record ConsentStep(string Key, DateTime At, string? Name = null, bool IsAhead = false);

internal static class ConsentTimeline
{
    public static IEnumerable<ConsentStep> Timeline(this ConsentDto consent) => Steps(consent).OrderByDescending(s => s.At);

    private static IEnumerable<ConsentStep> Steps(ConsentDto consent)
    {
        if (consent is { State: not ConsentState.Revoked, ValidUntil: { } end })
            yield return new(consent.State == ConsentState.Expired ? "Expired" : "Expires", end, IsAhead: consent.State == ConsentState.Active);
        if (consent.RevokedAt is { } revoked)
            yield return new("Revoked", revoked, consent.RevokedBy);
        if (consent.LastUsedAt is { } used)
            yield return new("LastUsed", used);
        yield return new("Given", consent.GrantedAt, consent.UserName);
    }
}
