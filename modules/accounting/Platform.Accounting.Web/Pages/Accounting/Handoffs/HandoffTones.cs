using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal static class HandoffTones
{
    public static Tone Tone(this HandoffState state) => state switch
    {
        HandoffState.Open => AspNetCore.Tone.Success,
        HandoffState.Revoked => AspNetCore.Tone.Danger,
        HandoffState.OnPlatform => AspNetCore.Tone.Info,
        _ => AspNetCore.Tone.Neutral,
    };
}
