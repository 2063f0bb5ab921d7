using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Bears the key of its order: there is never a second one. Rows are made in sets (<see cref="PreNotificationPlan"/>); each change names the
/// state it starts from.
/// </summary>
[DisableAuditing("Recorded as acts of the order or the remittance: 100,000 are made in one statement.")]
internal sealed class PreNotification : SepaEntity
{
    public const int ReplyLength = 500;

    private const string Prefix = "Sepa.PreNotification.";

    private PreNotification()
    {
    }

    public Guid RemittanceId { get; private set; }

    public DateOnly CollectionDate { get; private set; }

    /// <summary>Last day on which telling the debtor is in time.</summary>
    public DateOnly WantedOn { get; private set; }

    /// <summary>The wanted day, or the day of planning where that had passed.</summary>
    public DateOnly DueOn { get; private set; }

    public PreNotificationState State { get; private set; }

    public string? Email { get; private set; }

    public string? Language { get; private set; }

    /// <summary>The mail that counts: what becomes of an earlier one changes nothing.</summary>
    public Guid? Attempt { get; private set; }

    public DateOnly? ToldOn { get; private set; }

    public PreNotificationWay? Way { get; private set; }

    public string? Reply { get; private set; }

    /// <summary>Reads a reference of <see cref="Send"/>; null when it is somebody else's.</summary>
    public static (Guid Id, Guid Attempt)? Read(string reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal) && reference[Prefix.Length..].Split('.') is [var id, var attempt]
        && Guid.TryParseExact(id, "N", out var key) && Guid.TryParseExact(attempt, "N", out var mail)
            ? (key, mail)
            : null;

    /// <returns>Reference of the planned mail.</returns>
    public string Send()
    {
        Require(PreNotificationState.Planned);
        return Begin();
    }

    /// <returns>Reference of the mail to this address.</returns>
    public string SendTo(string email)
    {
        Require(PreNotificationState.Failed, PreNotificationState.NoAddress, PreNotificationState.Sent, PreNotificationState.ToldOtherwise);
        Email = email;
        return Begin();
    }

    public void Withdraw()
    {
        Require(PreNotificationState.Planned);
        State = PreNotificationState.Withdrawn;
    }

    public void Told(PreNotificationWay way, DateOnly on)
    {
        Require(PreNotificationState.Planned, PreNotificationState.Sending, PreNotificationState.NoAddress, PreNotificationState.Failed);
        (State, Way, ToldOn, Attempt) = (PreNotificationState.ToldOtherwise, way, on, null);
    }

    /// <returns>Whether it was this mail that counted.</returns>
    public bool Finish(Guid attempt, string? refusal, DateOnly today)
    {
        if (State != PreNotificationState.Sending || Attempt != attempt)
            return false;
        (State, ToldOn) = refusal is null ? (PreNotificationState.Sent, today) : (PreNotificationState.Failed, (DateOnly?)null);
        Reply = refusal is { Length: > ReplyLength } ? refusal[..ReplyLength] : refusal;
        return true;
    }

    private string Begin()
    {
        (State, Attempt, ToldOn, Way, Reply) = (PreNotificationState.Sending, Guid.CreateVersion7(), null, null, null);
        return $"{Prefix}{Id:N}.{Attempt:N}";
    }

    private void Require(params PreNotificationState[] allowed)
    {
        if (!allowed.Contains(State))
            throw new BusinessException(SepaErrorCodes.PreNotificationState).WithData("state", State);
    }
}
