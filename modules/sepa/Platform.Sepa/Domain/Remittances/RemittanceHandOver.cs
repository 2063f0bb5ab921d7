using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Bears the key of its remittance: there is never a second one.</summary>
[Retained(120, "Sepa.Retained.Payments")]
internal sealed class RemittanceHandOver : SepaEntity, IHasConcurrencyStamp
{
    public const int ChannelLength = 40;

    public RemittanceHandOver(Remittance remittance, Guid wish, string channel, Actor person, int signatures, DateTime now)
    {
        (Id, Wish, Channel, Signatures, FileSha256) = (remittance.Id, wish, channel, signatures, remittance.FileSha256!);
        (UserId, UserName, At) = (person.Id, person.Name, now);
        if (channel == HandOverChannels.Download)
            (State, DoneAt) = (HandOverState.Done, now);
    }

    private RemittanceHandOver()
    {
    }

    /// <summary>Key that the caller chose.</summary>
    public Guid Wish { get; private set; }

    public string Channel { get; private set; } = "";

    public HandOverState State { get; private set; }

    public Guid UserId { get; private set; }

    public string? UserName { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public string FileSha256 { get; private set; } = "";

    public int Signatures { get; private set; }

    /// <summary>The try that staged it: what another one left behind is never released.</summary>
    public Guid? Attempt { get; private set; }

    public DateTime? FailedAt { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public void Staged(Guid attempt) => (State, Attempt, FailedAt) = (HandOverState.Staged, attempt, null);

    public void Done(DateTime now) => (State, DoneAt, FailedAt) = (HandOverState.Done, now, null);

    /// <returns>Whether it is the first failure since something went well.</returns>
    public bool Failed(DateTime now)
    {
        var first = FailedAt is null;
        FailedAt = now;
        return first;
    }

    public RemittanceHandOverDto ToDto() => new(Id, Channel, State, UserId, UserName, At, DoneAt, FileSha256, Signatures, FailedAt);
}
