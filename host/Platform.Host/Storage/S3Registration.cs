using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;

namespace Platform.Host.Storage;

/// <summary>Blobs in an S3 store where a bucket is configured, else as files.</summary>
internal static class S3Registration
{
    public static void AddS3Blobs(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Blobs:S3").Get<S3Options>() ?? new S3Options();
        if (options.Bucket.Length == 0 && options.Endpoint.Length > 0)
            throw new InvalidOperationException("Blobs:S3:Endpoint is set, and Blobs:S3:Bucket is not.");
        if (options.Bucket.Length == 0)
            return;
        services.AddSingleton(options);
        services.AddSingleton(options.Connect());
        services.Replace(ServiceDescriptor.Singleton<IBlobContainer, S3BlobContainer>());
    }
}
