using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Notary;

/// <summary>How deeds look. The words are texts: "DeedState:Signed".</summary>
internal static class DeedView
{
    public static Tone Tone(this DeedState state) => state switch
    {
        DeedState.AppointmentSet => AspNetCore.Tone.Warning,
        DeedState.Signed => AspNetCore.Tone.Info,
        DeedState.Closed => AspNetCore.Tone.Success,
        _ => AspNetCore.Tone.Neutral,
    };

    public static IReadOnlyList<SelectListItem> Options<T>(IStringLocalizer<NotaryResource> texts, string empty) where T : struct, Enum =>
        [new(empty, ""), .. Enum.GetValues<T>().Select(v => new SelectListItem(texts[$"{typeof(T).Name}:{v}"], v.ToString()))];
}
