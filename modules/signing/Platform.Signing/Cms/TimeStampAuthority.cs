using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Tsp;
using Platform.Kernel;

namespace Platform.Signing;

/// <summary>Has a signature stamped by the configured authority (RFC 3161), so that it is a CAdES-T.</summary>
internal sealed class TimeStampAuthority(IHttpClientFactory clients, IOptions<SigningOptions> options) : ISingletonDependency
{
    public const string ClientName = "Signing.TimeStampAuthority";
    private const int LongestAnswer = 65_536;
    private const int NonceBytes = 8;

    public bool IsConfigured => options.Value.TimeStampAuthority is not null;

    /// <summary>The stamped signature and the authority's time.</summary>
    /// <exception cref="BusinessException">Signing:TimeStampFailed.</exception>
    public async Task<(CmsSignedData Signed, DateTime At)> StampAsync(CmsSignedData signed, CancellationToken cancellationToken)
    {
        var signer = signed.GetSignerInfos().GetSigners().Single();
        var generator = new TimeStampRequestGenerator();
        generator.SetCertReq(true);
        var request = generator.Generate(TspAlgorithms.Sha256, SHA256.HashData(signer.GetSignature()), new BigInteger(1, RandomNumberGenerator.GetBytes(NonceBytes)));
        try
        {
            var response = new TimeStampResponse(await AskAsync(request.GetEncoded(), cancellationToken));
            response.Validate(request);
            var token = response.TimeStampToken;
            token.Validate(token.GetCertificates().EnumerateMatches(token.SignerID).Single());
            return (DetachedSignature.WithUnsigned(signed, signer, PkcsObjectIdentifiers.IdAASignatureTimeStampToken, token.ToCmsSignedData().ContentInfo),
                token.TimeStampInfo.GenTime);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or TspException or IOException or InvalidOperationException or CmsException
                                  && !cancellationToken.IsCancellationRequested)
        {
            throw new BusinessException(SigningErrorCodes.TimeStampFailed, e);
        }
    }

    private async Task<byte[]> AskAsync(byte[] query, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        client.MaxResponseContentBufferSize = LongestAnswer;
        using var body = new ByteArrayContent(query) { Headers = { ContentType = new MediaTypeHeaderValue("application/timestamp-query") } };
        using var answer = await client.PostAsync(options.Value.TimeStampAuthority, body, cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
