namespace Platform.Vault;

/// <summary>Section <c>Vault:AwsKms</c>. Credentials come from where the SDK looks: environment, profile, role of the machine.</summary>
internal sealed class AwsKmsOptions
{
    /// <summary>Id, ARN or alias of a symmetric encryption key.</summary>
    public string KeyId { get; set; } = "";

    public string Region { get; set; } = "eu-west-3";

    /// <summary>Another endpoint than the region's own, such as one inside a private network. Empty for none.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>For a call with its retries.</summary>
    public int TimeoutSeconds { get; set; } = 5;
}
