namespace Platform.Sepa;

/// <summary>How far a debtor has been told of a collection.</summary>
public enum PreNotificationState
{
    /// <summary>Mail goes out on its day.</summary>
    Planned,

    /// <summary>On its way to the mail server.</summary>
    Sending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server refused it for good, or could not be reached in an hour.</summary>
    Failed,

    /// <summary>The mandate has no e-mail address: somebody tells the debtor otherwise.</summary>
    NoAddress,

    /// <summary>A person told the debtor by letter, by telephone or face to face.</summary>
    ToldOtherwise,

    /// <summary>Nothing was sent: the order failed, its date passed or the company switched pre-notifications off.</summary>
    Withdrawn,
}

/// <summary>How a debtor was told where no mail did.</summary>
public enum PreNotificationWay
{
    /// <summary>By post.</summary>
    Letter,

    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>Face to face.</summary>
    InPerson,
}

/// <summary>What a debtor was told of one order.</summary>
/// <param name="Id">Key: the order's.</param>
/// <param name="RemittanceId">Remittance it was issued in.</param>
/// <param name="RemittanceNumber">Its number.</param>
/// <param name="MandateId">Mandate.</param>
/// <param name="MandateReference">Its reference.</param>
/// <param name="DebtorName">Debtor.</param>
/// <param name="EndToEndId">Of the order.</param>
/// <param name="Amount">Euro.</param>
/// <param name="CollectionDate">When it is collected.</param>
/// <param name="WantedOn">Last day on which the debtor would be told in time: days of notice ahead of the collection.</param>
/// <param name="DueOn">Day on which the mail goes out.</param>
/// <param name="State">How far it is.</param>
/// <param name="Email">Address written to.</param>
/// <param name="Language">ISO 639-1 of the mandate; null where it has none.</param>
/// <param name="ToldOn">Day on which the debtor was told.</param>
/// <param name="Way">How, where no mail did.</param>
/// <param name="Reply">The mail server's, where it took no mail.</param>
public sealed record PreNotificationDto(
    Guid Id, Guid RemittanceId, string RemittanceNumber, Guid MandateId, string MandateReference, string DebtorName, string EndToEndId, decimal Amount,
    DateOnly CollectionDate, DateOnly WantedOn, DateOnly DueOn, PreNotificationState State, string? Email, string? Language, DateOnly? ToldOn,
    PreNotificationWay? Way, string? Reply)
{
    /// <summary>Calendar days between being told, or the day planned for it, and the collection.</summary>
    public int DaysAhead => CollectionDate.DayNumber - (ToldOn ?? DueOn).DayNumber;

    /// <summary>Told, or to be told, later than the company wants.</summary>
    public bool IsLate => (ToldOn ?? DueOn) > WantedOn;
}

/// <summary>Which pre-notifications.</summary>
/// <param name="RemittanceId">Only of this remittance.</param>
/// <param name="State">Only these.</param>
/// <param name="Late">Only those of which the debtor is told late.</param>
/// <param name="Search">Part of end-to-end reference, invoice number, debtor or mandate reference.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record GetPreNotificationsInput(
    Guid? RemittanceId = null, PreNotificationState? State = null, bool Late = false, string? Search = null, string? Cursor = null, int PageSize = 25);

/// <summary>Where pre-notifications stand.</summary>
/// <param name="IsEnabled">The company sends them.</param>
/// <param name="Counts">By state; those that none is in are left out.</param>
/// <param name="Late">How many debtors are told late, withdrawn ones aside.</param>
public sealed record PreNotificationSummaryDto(bool IsEnabled, IReadOnlyDictionary<PreNotificationState, int> Counts, int Late);

/// <summary>Mail to a corrected address.</summary>
/// <param name="Email">Written to now; the mandate keeps its own.</param>
public sealed record SendPreNotificationDto(string? Email);

/// <summary>Debtors were told without mail.</summary>
/// <param name="Ids">1 to 200.</param>
/// <param name="Way">How.</param>
/// <param name="On">When; not in the future. Null for today.</param>
public sealed record ToldOtherwiseDto(IReadOnlyList<Guid> Ids, PreNotificationWay? Way, DateOnly? On = null);

/// <summary>A letter, ready to print.</summary>
/// <param name="Id">Of the pre-notification.</param>
/// <param name="Language">ISO 639-1: of the texts.</param>
/// <param name="DebtorName">Name.</param>
/// <param name="DebtorAddress">Its lines; none where it is unknown.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record PreNotificationLetterDto(Guid Id, string Language, string DebtorName, IReadOnlyList<string> DebtorAddress, string Subject, string Text);

/// <summary>What a company wants of pre-notifications.</summary>
/// <param name="IsEnabled">Remittances approved from now on are pre-notified.</param>
/// <param name="NoticeDays">Calendar days, 1 to 60. Fewer than 14 only where debtors agreed (EPC016-06, 4.3).</param>
/// <param name="Language">ISO 639-1, one of <see cref="PreNotificationLanguages"/>: for debtors of whom none of these is known.</param>
/// <param name="Contact">Whom debtors turn to: telephone, address; at most 200 characters. Empty for the creditor's name.</param>
public sealed record PreNotificationSettingsDto(bool IsEnabled, int NoticeDays, string? Language, string? Contact);

/// <summary>Languages in which debtors are told.</summary>
public static class PreNotificationLanguages
{
    /// <summary>ISO 639-1.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "fr"];
}
