using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>The accounting package's own API.</summary>
internal sealed class LedgerApi(LedgerHttp http, IOptions<LedgerOptions> options) : ISingletonDependency
{
    /// <exception cref="BusinessException">Ledger:ConnectAgain, Ledger:Unavailable, Ledger:AnswerInvalid.</exception>
    public Task<IReadOnlyList<LedgerEntryDto>> GetEntriesAsync(TokenSet tokens, CancellationToken cancellationToken) => http.PostAsync(
        new Uri($"{options.Value.ApiUrl}/entries"), new SecretForm().Add("access_token", tokens.Access), ReadAsync, cancellationToken);

    private static async Task<IReadOnlyList<LedgerEntryDto>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.StatusCode switch
        {
            HttpStatusCode.OK => await response.Content.ReadFromJsonAsync<List<LedgerEntryDto>>(cancellationToken) ?? [],
            HttpStatusCode.Unauthorized => throw new BusinessException(LedgerErrorCodes.ConnectAgain),
            _ => throw new BusinessException(LedgerErrorCodes.Unavailable),
        };
}
