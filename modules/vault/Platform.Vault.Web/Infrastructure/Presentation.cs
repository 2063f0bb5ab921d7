using Platform.AspNetCore;

namespace Platform.Vault.Web;

/// <summary>How states look. The words are texts: "MasterKeyState:Active".</summary>
internal static class Presentation
{
    public static Tone Tone(this MasterKeyState state) => state switch
    {
        MasterKeyState.Active => AspNetCore.Tone.Success,
        MasterKeyState.Retiring => AspNetCore.Tone.Info,
        _ => AspNetCore.Tone.Neutral,
    };
}
