using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed partial class Company
{
    /// <summary>When a person founded it; null for one that the operator made.</summary>
    public DateTime? FoundedAt { get; private set; }

    /// <summary>Null once the operator has confirmed the company, and for one that the operator made.</summary>
    public DateTime? TrialEndsAt { get; private set; }

    /// <summary>When somebody put the first steps away.</summary>
    [DisableAuditing("What a page shows, no more.")]
    public DateTime? FirstStepsPutAwayAt { get; private set; }

    public bool ShowsFirstSteps => FoundedAt is not null && FirstStepsPutAwayAt is null;

    public void Found(DateTime now, TimeSpan trial) => (FoundedAt, TrialEndsAt) = (now, now + trial);

    public void Confirm() => TrialEndsAt = null;

    public void Extend(DateTime now, TimeSpan by) => TrialEndsAt = (TrialEndsAt > now ? TrialEndsAt : now) + by;

    public void PutFirstStepsAway(DateTime now) => FirstStepsPutAwayAt ??= now;
}
