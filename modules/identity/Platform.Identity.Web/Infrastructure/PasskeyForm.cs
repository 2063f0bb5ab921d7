namespace Platform.Identity.Web;

/// <summary>A button that has a passkey answer a question of its page.</summary>
/// <param name="Text">Key of its text.</param>
/// <param name="ReturnUrl">Where the page leads afterwards.</param>
/// <param name="IsPrimary">The page's main button.</param>
/// <param name="RememberFrom">Id of the box that says whether to remember the person.</param>
internal sealed record PasskeyForm(string Text, string? ReturnUrl, bool IsPrimary, string? RememberFrom = null);
