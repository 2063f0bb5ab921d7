using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Platform.Host.Storage;

/// <summary>Section <c>Blobs:S3</c>. Without keys, credentials come from where the SDK looks: environment, profile, role of the machine.</summary>
internal sealed class S3Options
{
    /// <summary>Of a store that speaks S3, such as "https://s3.internal:9000". Empty for AWS itself, in the region.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Exists already. Empty: blobs are files.</summary>
    public string Bucket { get; set; } = "";

    public string Region { get; set; } = "eu-west-3";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    /// <summary>In front of every key, for a bucket that holds other things too.</summary>
    public string Prefix { get; set; } = "";

    /// <exception cref="InvalidOperationException">A value is wrong or missing: the host does not start.</exception>
    public IAmazonS3 Connect()
    {
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw new InvalidOperationException($"Blobs:S3:Endpoint is '{Endpoint}'; it is https://host:port, or empty for AWS.");
        if (AccessKey.Length > 0 != SecretKey.Length > 0)
            throw new InvalidOperationException("Blobs:S3:AccessKey and Blobs:S3:SecretKey belong together.");
        return AccessKey.Length > 0 ? new AmazonS3Client(new BasicAWSCredentials(AccessKey, SecretKey), Configuration()) : new AmazonS3Client(Configuration());
    }

    // Checksums beyond what S3 asks for are unknown to many stores that speak it.
    private AmazonS3Config Configuration()
    {
        var configuration = new AmazonS3Config
        {
            ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (Endpoint.Length == 0)
            configuration.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        else
            (configuration.ServiceURL, configuration.AuthenticationRegion) = (Endpoint, Region);
        return configuration;
    }
}
