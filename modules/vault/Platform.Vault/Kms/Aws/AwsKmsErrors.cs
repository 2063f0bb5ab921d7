using System.Net;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;

namespace Platform.Vault;

/// <summary>Tells the answers that stay the same from those that another try may change.</summary>
internal static class AwsKmsErrors
{
    /// <summary>The key or the ciphertext is at fault, not the moment.</summary>
    public static bool IsRefusal(Exception exception) => exception switch
    {
        NotFoundException or DisabledException => true,
        InvalidCiphertextException or IncorrectKeyException or InvalidKeyUsageException => true,
        // The other states of this error (importing, a key store that is disconnected) pass.
        KMSInvalidStateException => exception.Message.Contains("pending deletion", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Everything else that the SDK throws, and its network.</summary>
    public static bool IsUnavailability(Exception exception) => exception is AmazonServiceException or AmazonClientException
        or HttpRequestException or WebException or IOException or TimeoutException or OperationCanceledException;
}
