namespace Platform.AspNetCore;

/// <summary>
/// A page outside companies that opens in a session begun by a company's own sign-in, which otherwise opens that company alone. It shows
/// nothing of other companies and changes nothing of the account.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToLimitedSessionsAttribute : Attribute;
