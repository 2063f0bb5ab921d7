namespace Platform.AspNetCore;

/// <summary>Authentication schemes. The Identity module registers their handlers; the default picks by path.</summary>
public static class PlatformAuthenticationSchemes
{
    /// <summary>Server-side session behind a cookie: pages.</summary>
    public const string Session = "Session";

    /// <summary>Opaque bearer token: everything below /api. Cookies are not accepted there, so no request can be forged by another site.</summary>
    public const string ApiToken = "ApiToken";

    internal const string ByPath = "ByPath";
}

/// <summary>The claims a principal carries; rights are never among them, they are read live.</summary>
public static class PlatformClaimTypes
{
    /// <summary>The person's id.</summary>
    public const string UserId = "sub";

    /// <summary>Display name.</summary>
    public const string Name = "name";

    /// <summary>Sign-in address.</summary>
    public const string Email = "email";

    /// <summary>Id of the session or API token.</summary>
    public const string SessionId = "sid";

    /// <summary>One permission an API token is limited to; several claims for several; none for no limit.</summary>
    public const string Scope = "scope";

    /// <summary>Id of a company that a limited session or API token opens, and no others; several claims for several, none for no limit.</summary>
    public const string Tenant = "tenant";
}

/// <summary>Policies besides the permissions, whose names are policies too.</summary>
public static class PlatformPolicies
{
    /// <summary>Any signed-in person; in a company's route also a member of it.</summary>
    public const string SignedIn = "Platform.SignedIn";
}
