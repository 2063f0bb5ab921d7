using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SignOnService(
    SignOnProviders providers, SignOnMetadata discovery, SignOnAddresses addresses, SignOnStates states, SignOnAnswers answers, SignOnFactors factors, OwnTransaction own,
    OwnSession session, IFreshProof proof, ITenantStore tenants) : ISignOnService
{
    public async Task<SignOnOffer?> FindAsync(string slug, CancellationToken cancellationToken = default) =>
        await tenants.FindBySlugAsync(slug, cancellationToken) is { } company && await providers.FindAsync(company, cancellationToken) is { } provider
            ? new SignOnOffer(provider.Id, provider.Name, company.Name, company.Slug)
            : null;

    public async Task<SignOnQuestion> BeginAsync(SignOnRequest request, CancellationToken cancellationToken = default)
    {
        var provider = await providers.GetAsync(request.ProviderId, cancellationToken);
        var person = request.Purpose == SignOnPurpose.Link ? await RequireOwnAsync(cancellationToken) : (Guid?)null;
        var metadata = await discovery.GetAsync(provider.Issuer, cancellationToken);
        var state = new SignOnState(provider.Id, request.Purpose, person, request.Invitation, request.ReturnUrl, Secrets.NewKey(), Secrets.NewKey(), Secrets.NewKey());
        var address = QueryHelpers.AddQueryString(metadata.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["response_mode"] = "query",
            ["client_id"] = provider.ClientId,
            ["redirect_uri"] = addresses.Redirect(provider.PlaceId),
            ["scope"] = "openid profile email",
            ["state"] = state.State,
            ["nonce"] = state.Nonce,
            ["code_challenge"] = SignOnAddresses.Challenge(state.Verifier),
            ["code_challenge_method"] = "S256",
        });
        return new SignOnQuestion(address, states.Seal(state));
    }

    public async Task<SignOnOutcome> FinishAsync(SignOnAnswer answer, CancellationToken cancellationToken = default)
    {
        var (provider, state, account) = await answers.ReadAsync(answer, cancellationToken);
        try
        {
            return state.Purpose switch
            {
                SignOnPurpose.Link => await LinkAsync(provider, state, account, cancellationToken),
                SignOnPurpose.Invitation => await AcceptAsync(provider, state, account, cancellationToken),
                _ => await SignInAsync(provider, state, account, cancellationToken),
            };
        }
        catch (BusinessException e)
        {
            await own.RunAsync<SignOnRecorder, bool>(r => r.FailAsync(provider, e.Code), cancellationToken);
            throw;
        }
    }

    private async Task<SignOnOutcome> SignInAsync(SignOnProvider provider, SignOnState state, ProviderAccount account, CancellationToken cancellationToken)
    {
        if (await own.RunAsync<SignOnRecorder, (AuthenticatedPerson Person, Guid LinkId)?>(r => r.SignInAsync(provider, account, cancellationToken), cancellationToken) is { } found)
            return await EnterAsync(provider, account, found.Person, found.LinkId, state.ReturnUrl, cancellationToken);
        var pending = new PendingLink(provider.Id, account.Issuer, account.Subject, account.Name);
        return new SignOnOutcome(SignOnStep.Unknown, state.ReturnUrl, provider.Name, Pending: states.Seal(pending));
    }

    private async Task<SignOnOutcome> LinkAsync(SignOnProvider provider, SignOnState state, ProviderAccount account, CancellationToken cancellationToken)
    {
        // Somebody else may sit at this browser by now.
        if (await RequireOwnAsync(cancellationToken) != state.UserId)
            throw new BusinessException(IdentityErrorCodes.SignOnState);
        await own.RunAsync<SignOnRecorder, bool>(r => r.LinkAsync(provider, account, state.UserId!.Value, cancellationToken), cancellationToken);
        return new SignOnOutcome(SignOnStep.Linked, state.ReturnUrl, provider.Name);
    }

    private async Task<SignOnOutcome> AcceptAsync(SignOnProvider provider, SignOnState state, ProviderAccount account, CancellationToken cancellationToken)
    {
        var (person, link, slug) = await own.RunAsync<SignOnRecorder, (AuthenticatedPerson, Guid, string)>(
            r => r.AcceptAsync(provider, account, state.Invitation ?? "", cancellationToken), cancellationToken);
        return await EnterAsync(provider, account, person, link, $"/t/{slug}", cancellationToken);
    }

    private async Task<SignOnOutcome> EnterAsync(SignOnProvider provider, ProviderAccount account, AuthenticatedPerson person, Guid link, string returnUrl, CancellationToken cancellationToken)
    {
        var (asks, has) = await factors.AskAsync(provider, account, person.UserId, cancellationToken);
        return new SignOnOutcome(asks && has ? SignOnStep.Factor : SignOnStep.Enter, returnUrl, provider.Name, person, new SignOnEntry(link, asks));
    }

    private async Task<Guid> RequireOwnAsync(CancellationToken cancellationToken)
    {
        var id = await session.RequireAsync(cancellationToken);
        await proof.RequireAsync(cancellationToken);
        return id;
    }
}
