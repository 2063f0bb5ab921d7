using Platform.Kernel;

namespace Platform.Sepa;

[Retained(14, "Sepa.Retained.MandateDocuments")]
[AppendOnly]
[DisableAuditing("Tells what the audited mandate went through.")]
internal sealed class MandateEvent : SepaEntity
{
    public MandateEvent(Guid mandateId, MandateEventKind kind, Actor actor, DateTime at, string? note = null)
    {
        (MandateId, Kind, At, Note) = (mandateId, kind, at, note);
        (UserId, UserName) = (actor.Id == Guid.Empty ? null : actor.Id, actor.Name);
    }

    private MandateEvent()
    {
    }

    public Guid MandateId { get; private set; }

    public MandateEventKind Kind { get; private set; }

    public DateTime At { get; private set; }

    public Guid? UserId { get; private set; }

    public string? UserName { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The amended value as it was.</summary>
    public string? Before { get; private set; }

    public string? After { get; private set; }

    public static MandateEvent Amended(Guid mandateId, MandateEventKind kind, (string Before, string After) value, Actor actor, DateTime at) =>
        new(mandateId, kind, actor, at) { Before = value.Before, After = value.After };
}
