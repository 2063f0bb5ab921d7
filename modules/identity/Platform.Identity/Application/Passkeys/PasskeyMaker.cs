using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Has the browser make a passkey, and takes it over.</summary>
internal sealed class PasskeyMaker(IPasskeyHandler<User> handler, PasskeySite site, PasskeyQuestions questions, TimeProvider clock) : IScopedDependency
{
    public void RequireAvailable() => site.RequireAvailable();

    public async Task<PasskeyQuestion> AskAsync(CurrentUserInfo person)
    {
        var entity = new PasskeyUserEntity { Id = person.Id!.Value.ToString(), Name = person.Email!, DisplayName = person.Name! };
        var made = await handler.MakeCreationOptionsAsync(entity, PasskeySite.NoRequest);
        return new PasskeyQuestion(made.CreationOptionsJson, questions.Seal(PasskeyQuestions.Creation, made.AttestationState!));
    }

    /// <summary>Null for what is no answer to a question to this person.</summary>
    public async Task<Passkey?> MakeAsync(Guid userId, NewPasskeyDto input)
    {
        if (questions.Open(PasskeyQuestions.Creation, input.Answer) is not { } question)
            return null;
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = PasskeySite.NoRequest, CredentialJson = input.Answer.Credential, AttestationState = question.State });
        return result.Succeeded && result.UserEntity.Id == userId.ToString()
            ? Passkey.New(userId, input.Name.Trim(), result.Passkey, clock.GetUtcNow().UtcDateTime, question.AskedAt)
            : null;
    }
}
