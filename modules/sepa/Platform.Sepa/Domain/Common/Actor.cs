using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>The person who acts, as the module's own records name them.</summary>
internal sealed record Actor(Guid Id, string? Name)
{
    // The system itself: seeding, jobs. Guid.Empty equals no person, so it can never stand in for a second pair of eyes.
    public static Actor Of(ICurrentUser user) => new(user.Id ?? Guid.Empty, user.Info.Name);
}
