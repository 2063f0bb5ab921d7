namespace Platform.Kernel;

/// <summary>Is told of requests that were refused, to count them and put them on record. Returns at once and never throws: no request waits for it.</summary>
public interface IRefusalObserver
{
    /// <summary>A signed-in person was answered with status 403, in the current company if there is one.</summary>
    /// <param name="request">Method and route, without values.</param>
    void Refused(string request);

    /// <summary>What only this host makes was missing, altered or another's: the token of a page's form, a sealed cookie.</summary>
    /// <param name="request">Method and route, without values.</param>
    void Forged(string request);
}
