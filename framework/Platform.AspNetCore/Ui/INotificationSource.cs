using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>
/// Feeds the bell in the top bar with what awaits the current user in the current company. Asked on every full page: answer from
/// one indexed query. A source that throws is logged and left out; the page is still shown. Found by the scanner.
/// </summary>
public interface INotificationSource : IScopedDependency
{
    /// <summary>At most 20 items, the most urgent first, filtered by the user's permissions.</summary>
    Task<IReadOnlyList<ShellNotification>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Absolute path of the page that lists all, read or not; null for none, and for people who may not open it. Asked after the items.
    /// </summary>
    string? AllUrl => null;
}

/// <summary>
/// Puts a banner on top of every page until the matter is settled. Asked on every full page, also outside companies: answer without a
/// query. Found by the scanner.
/// </summary>
public interface IBannerSource : IScopedDependency
{
    /// <summary>What to say to the current user, and where it is settled.</summary>
    Task<IReadOnlyList<ShellNotification>> GetAsync(CancellationToken cancellationToken = default);
}

/// <summary>One line below the bell.</summary>
/// <param name="Text">In the user's language, complete in itself.</param>
/// <param name="Url">Absolute path of the page where the matter is dealt with.</param>
/// <param name="Severity">Its colour and icon.</param>
public sealed record ShellNotification(string Text, string Url, Tone Severity = Tone.Info);
