using Platform.AspNetCore;

namespace Platform.Vault.Web;

/// <summary>A consent in the reader's words.</summary>
/// <param name="Consent">As the service tells it.</param>
/// <param name="Provider">To whom, by its name in the reader's language.</param>
/// <param name="Purpose">For what.</param>
/// <param name="DaysLeft">Days until it ends, a begun one as a whole; null without end.</param>
/// <param name="ConnectPath">Where the reader can connect again; null where that is not theirs to do, or not possible here.</param>
internal sealed record ConsentView(ConsentDto Consent, string Provider, string Purpose, int? DaysLeft, string? ConnectPath)
{
    private const int Soon = 30;

    public bool EndsSoon => Consent.State == ConsentState.Active && DaysLeft <= Soon;

    /// <summary>Over or nearly: somebody has to connect again.</summary>
    public bool NeedsRenewal => EndsSoon || Consent.State == ConsentState.Expired;

    public string StateKey => EndsSoon ? "ConsentState:EndsSoon" : $"ConsentState:{Consent.State}";

    public Tone Tone => Consent.State switch
    {
        ConsentState.Active => EndsSoon ? Tone.Warning : Tone.Success,
        ConsentState.Expired => Tone.Danger,
        _ => Tone.Neutral,
    };

    public string Icon => Consent.State switch
    {
        ConsentState.Active => EndsSoon ? "clock-exclamation" : "shield-check",
        ConsentState.Expired => "clock-x",
        _ => "ban",
    };
}
