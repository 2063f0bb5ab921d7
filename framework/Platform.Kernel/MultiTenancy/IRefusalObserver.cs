namespace Platform.Kernel;

/// <summary>Is told of each request that the current company refused to its signed-in member with status 403.</summary>
public interface IRefusalObserver
{
    /// <summary>Returns at once and never throws: the request does not wait for it.</summary>
    void Refused();
}
