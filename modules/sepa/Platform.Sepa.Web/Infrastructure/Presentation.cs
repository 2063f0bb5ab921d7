using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>How states look. The words are texts: "MandateStatus:Active".</summary>
internal static class Presentation
{
    public static long Cents(this decimal euros) => (long)(euros * 100);

    public static Tone Tone(this MandateStatus status) => status switch
    {
        MandateStatus.Active => AspNetCore.Tone.Success,
        MandateStatus.Suspended => AspNetCore.Tone.Warning,
        MandateStatus.Expired => AspNetCore.Tone.Danger,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this RemittanceStatus status) => status switch
    {
        RemittanceStatus.Draft => AspNetCore.Tone.Info,
        RemittanceStatus.Submitted => AspNetCore.Tone.Warning,
        RemittanceStatus.Approved => AspNetCore.Tone.Success,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this RemittanceStage stage) => stage switch
    {
        RemittanceStage.Draft or RemittanceStage.HandedOver or RemittanceStage.Accepted => AspNetCore.Tone.Info,
        RemittanceStage.Submitted or RemittanceStage.HandingOver or RemittanceStage.PartlyAccepted => AspNetCore.Tone.Warning,
        RemittanceStage.Approved or RemittanceStage.Signed or RemittanceStage.Settled => AspNetCore.Tone.Success,
        RemittanceStage.Rejected => AspNetCore.Tone.Danger,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this OrderStatus status) => status switch
    {
        OrderStatus.Waiting => AspNetCore.Tone.Info,
        OrderStatus.InRemittance => AspNetCore.Tone.Warning,
        OrderStatus.Issued => AspNetCore.Tone.Success,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this PreNotificationState state) => state switch
    {
        PreNotificationState.Sent or PreNotificationState.ToldOtherwise => AspNetCore.Tone.Success,
        PreNotificationState.Planned or PreNotificationState.Sending => AspNetCore.Tone.Info,
        PreNotificationState.NoAddress => AspNetCore.Tone.Warning,
        PreNotificationState.Failed => AspNetCore.Tone.Danger,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this BankState state) => state switch
    {
        BankState.Settled => AspNetCore.Tone.Success,
        BankState.Accepted => AspNetCore.Tone.Info,
        BankState.Waiting => AspNetCore.Tone.Neutral,
        _ => AspNetCore.Tone.Danger,
    };

    public static Tone Tone(this BankAnswerItemState state) => state switch
    {
        BankAnswerItemState.Matched => AspNetCore.Tone.Success,
        BankAnswerItemState.Unmatched => AspNetCore.Tone.Warning,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this RemittanceOutcome outcome) => outcome switch
    {
        RemittanceOutcome.Settled => AspNetCore.Tone.Success,
        RemittanceOutcome.Accepted => AspNetCore.Tone.Info,
        RemittanceOutcome.PartlyAccepted => AspNetCore.Tone.Warning,
        RemittanceOutcome.Rejected => AspNetCore.Tone.Danger,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this ImportStatus status) => status switch
    {
        ImportStatus.Staged => AspNetCore.Tone.Warning,
        ImportStatus.Confirmed => AspNetCore.Tone.Success,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this ImportRowState state) => state switch
    {
        ImportRowState.Valid => AspNetCore.Tone.Success,
        ImportRowState.Invalid => AspNetCore.Tone.Danger,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this CreditorAccountStatus status) => status switch
    {
        CreditorAccountStatus.Approved => AspNetCore.Tone.Success,
        CreditorAccountStatus.AwaitingApproval => AspNetCore.Tone.Warning,
        _ => AspNetCore.Tone.Neutral,
    };

    public static Tone Tone(this FindingSeverity severity) => severity == FindingSeverity.Error ? AspNetCore.Tone.Danger : AspNetCore.Tone.Warning;

    public static IReadOnlyList<SelectListItem> Options<T>(IStringLocalizer<SepaResource> texts, string? empty = null) where T : struct, Enum =>
    [
        .. empty is null ? [] : new[] { new SelectListItem(empty, "") },
        .. Enum.GetValues<T>().Select(v => new SelectListItem(texts[$"{typeof(T).Name}:{v}"], v.ToString())),
    ];

    /// <summary>"1.4 MiB", as the reader's culture writes numbers.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024
        ? $"{(bytes / 1024m).ToString("N1", CultureInfo.CurrentCulture)} KiB"
        : $"{(bytes / 1024m / 1024m).ToString("N1", CultureInfo.CurrentCulture)} MiB";
}
