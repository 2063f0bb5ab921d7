namespace Platform.Identity.Tests;

internal static class TaskAssertions
{
    public static Task<TException> ShouldThrowAsync<TException>(this Task act) where TException : Exception => Should.ThrowAsync<TException>(act);
}
