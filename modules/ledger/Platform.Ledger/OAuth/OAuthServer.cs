using Microsoft.IdentityModel.Tokens;

namespace Platform.Ledger;

/// <summary>The authorization server, as it describes itself.</summary>
/// <param name="Issuer">The configured authority, exactly.</param>
/// <param name="Authorization">Where a person allows.</param>
/// <param name="Token">Where tokens come from.</param>
/// <param name="UserInfo">Whose account it is.</param>
/// <param name="Revocation">Where a token is given up (RFC 7009); null where the server offers none.</param>
/// <param name="NamesItself">Each authorization response carries the issuer (RFC 9207).</param>
/// <param name="Keys">It signs ID tokens with one of them (RFC 7517).</param>
internal sealed record OAuthServer(
    string Issuer, Uri Authorization, Uri Token, Uri UserInfo, Uri? Revocation, bool NamesItself, IReadOnlyList<SecurityKey> Keys);
