namespace Platform.Vault.Tests;

internal sealed class FakeAwsError(string type, string message) : Exception(message)
{
    public string Type { get; } = type;
}
