namespace Platform.Kernel;

/// <summary>
/// Asked for by sensitive acts: whoever sits at the open session proved a few minutes ago to be its person, by the second factor where
/// they have one, else by the password. What is no session has nothing to prove: an API token was made with a proof and is limited by
/// its scopes, a job by who enqueued it.
/// </summary>
public interface IFreshProof
{
    /// <summary>Returns when the proof is fresh.</summary>
    /// <exception cref="FreshProofRequiredException">It is not. Pages lead to the confirmation and back.</exception>
    Task RequireAsync(CancellationToken cancellationToken = default);
}

/// <summary>The act needs a fresh proof of who sits there: status 403.</summary>
public sealed class FreshProofRequiredException() : BusinessException("Platform:FreshProofRequired");
