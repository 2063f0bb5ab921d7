namespace Platform.Vault;

/// <summary>Section <c>Vault:File</c>.</summary>
internal sealed class FileKmsOptions
{
    /// <summary>The key file, or <c>credential:NAME</c>.</summary>
    public string Path { get; set; } = "data/vault.key";

    /// <summary>The key file before the last rotation: unwraps only. Empty for none.</summary>
    public string PreviousPath { get; set; } = "";
}
