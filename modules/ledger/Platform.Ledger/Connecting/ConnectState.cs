namespace Platform.Ledger;

/// <summary>What has to be the same when the person comes back.</summary>
/// <param name="Company">Its segment in URLs.</param>
/// <param name="UserId">Who began.</param>
/// <param name="Browser">Hash of the cookie's value.</param>
/// <param name="Verifier">Proves to the token endpoint who asked (RFC 7636).</param>
/// <param name="Nonce">Ties the id token to this sign-in.</param>
/// <param name="ExpiresAt">Unix seconds.</param>
internal sealed record ConnectState(string Company, Guid UserId, string Browser, string Verifier, string Nonce, long ExpiresAt);
