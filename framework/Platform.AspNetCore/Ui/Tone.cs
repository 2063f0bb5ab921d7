namespace Platform.AspNetCore;

/// <summary>The meaning a badge, an alert, a toast or a notification bears. Shown by icon and colour together, never by colour alone.</summary>
public enum Tone
{
    /// <summary>No judgement: a draft, a past state.</summary>
    Neutral,

    /// <summary>Under way or worth knowing.</summary>
    Info,

    /// <summary>Done, accepted, in force.</summary>
    Success,

    /// <summary>Someone has to act, or something will end soon.</summary>
    Warning,

    /// <summary>Refused, failed, expired.</summary>
    Danger,
}

internal static class ToneStyle
{
    public static string CssClass(this Tone tone) => tone switch
    {
        Tone.Info => "p-tone-info",
        Tone.Success => "p-tone-success",
        Tone.Warning => "p-tone-warning",
        Tone.Danger => "p-tone-danger",
        _ => "p-tone-neutral",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Info => "info-circle",
        Tone.Success => "circle-check",
        Tone.Warning => "alert-triangle",
        Tone.Danger => "alert-circle",
        _ => "circle-dashed",
    };
}
