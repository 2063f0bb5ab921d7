using Microsoft.AspNetCore.Mvc;

namespace Platform.Ledger;

/// <summary>What the accounting package sends the person's browser back with.</summary>
internal sealed class AuthorizationResponse
{
    [FromQuery(Name = "code")]
    public string? Code { get; set; }

    [FromQuery(Name = "state")]
    public string? State { get; set; }

    [FromQuery(Name = "error")]
    public string? Error { get; set; }

    /// <summary>Who answers (RFC 9207): another server's answer must not be taken for this one's.</summary>
    [FromQuery(Name = "iss")]
    public string? Issuer { get; set; }
}
