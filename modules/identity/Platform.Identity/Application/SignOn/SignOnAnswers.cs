using Platform.Kernel;

namespace Platform.Identity;

/// <summary>From a browser's answer to the account at the provider. What does not hold is refused, and on record.</summary>
internal sealed class SignOnAnswers(
    SignOnProviders providers, SignOnMetadata discovery, SignOnAddresses addresses, SignOnStates states, SignOnTokens tokens, IdTokenCheck check, OwnTransaction own) : IScopedDependency
{
    private const int LongestCode = 4096;

    /// <exception cref="BusinessException">Those of <see cref="ISignOnService.FinishAsync"/>.</exception>
    public async Task<(SignOnProvider Provider, SignOnState State, ProviderAccount Account)> ReadAsync(SignOnAnswer answer, CancellationToken cancellationToken)
    {
        SignOnProvider? provider = null;
        try
        {
            var state = states.Open(answer.Kept);
            provider = await providers.GetAsync(state.ProviderId, cancellationToken);
            await RequireOursAsync(provider, state, answer, cancellationToken);
            return (provider, state, await AccountAsync(provider, state, answer, cancellationToken));
        }
        catch (BusinessException e)
        {
            await FailAsync(provider, e.Data["reason"] as string ?? e.Code, cancellationToken);
            throw e is EntityNotFoundException ? new BusinessException(IdentityErrorCodes.SignOnRefused) : e;
        }
    }

    private async Task RequireOursAsync(SignOnProvider provider, SignOnState state, SignOnAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.State != state.State)
            throw Refusal(IdentityErrorCodes.SignOnState, "State");
        if (answer.Place != provider.PlaceId)
            throw Refusal(IdentityErrorCodes.SignOnState, "OtherProvider");
        if (!await own.RunAsync<SignOnRecorder, bool>(r => r.TakeAsync(state.State, cancellationToken), cancellationToken))
            throw Refusal(IdentityErrorCodes.SignOnState, "Replayed");
    }

    private async Task<ProviderAccount> AccountAsync(SignOnProvider provider, SignOnState state, SignOnAnswer answer, CancellationToken cancellationToken)
    {
        var metadata = await discovery.GetAsync(provider.Issuer, cancellationToken);
        if (answer.Issuer is null ? metadata.AuthorizationResponseIssParameterSupported : answer.Issuer != provider.Issuer)
            throw Refusal(IdentityErrorCodes.SignOnState, "ResponseIssuer");
        if (answer.Error is not null || answer.Code is not { Length: > 0 and <= LongestCode } code)
            throw Refusal(IdentityErrorCodes.SignOnDeclined, ShownOf(answer.Error));
        var received = await tokens.ExchangeAsync(provider, metadata, code, state.Verifier, addresses.Redirect(provider.PlaceId), cancellationToken);
        var (account, broken) = await check.CheckAsync(provider, metadata, received, state.Nonce, cancellationToken);
        return account ?? throw Refusal(IdentityErrorCodes.SignOnAnswer, $"IdToken.{broken}");
    }

    private Task FailAsync(SignOnProvider? provider, string reason, CancellationToken cancellationToken) =>
        own.RunAsync<SignOnRecorder, bool>(r => r.FailAsync(provider, reason), cancellationToken);

    // Words of the provider stay out of pages; of the trail, all but those of a code.
    private static string ShownOf(string? error) => error is { Length: <= 60 } && error.All(c => char.IsAsciiLetter(c) || c == '_') ? $"Error.{error}" : "Error";

    private static BusinessException Refusal(string code, string reason) => new BusinessException(code).WithData("reason", reason);
}
