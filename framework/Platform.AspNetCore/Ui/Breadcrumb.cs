namespace Platform.AspNetCore;

/// <summary>
/// A step between the menu entry and the page. The shell itself shows the company, the active menu entry and the page's title;
/// a page that lies deeper sets <c>ViewData["Breadcrumbs"]</c> to a sequence of these.
/// </summary>
/// <param name="Text">In the user's language.</param>
/// <param name="Url">Absolute path; null for a step that has no page.</param>
public sealed record Breadcrumb(string Text, string? Url = null);
