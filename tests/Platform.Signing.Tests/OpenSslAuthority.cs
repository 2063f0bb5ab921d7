using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Platform.Signing.Tests;

/// <summary>A time-stamp authority: openssl behind the HTTP of RFC 3161, 3.4.</summary>
public sealed class OpenSslAuthority : IAsyncDisposable
{
    private const string Configuration = """
        [tsa]
        default_tsa=t
        [t]
        serial=./tsaserial
        crypto_device=builtin
        signer_cert=./tsa.pem
        certs=./ca.pem
        signer_key=./tsa.key
        signer_digest=sha256
        default_policy=1.2.3.4.1
        digests=sha256,sha384,sha512
        accuracy=secs:1
        ess_cert_id_alg=sha256
        """;

    private readonly OpenSsl _openssl = new();
    private readonly WebApplication _server;

    public OpenSslAuthority()
    {
        _openssl.Issue("tsa", extra: "extendedKeyUsage=critical,timeStamping");
        File.WriteAllText(_openssl.PathOf("tsa.cnf"), Configuration);
        File.WriteAllText(_openssl.PathOf("tsaserial"), "01");
        var builder = WebApplication.CreateSlimBuilder();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapPost("/", AnswerAsync);
        _server.Start();
        Url = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Url { get; }

    /// <summary>What it answers instead of a stamp, when set.</summary>
    public byte[]? Instead { get; set; }

    /// <summary>Whether openssl accepts the token for these signed bytes.</summary>
    public bool Verifies(byte[] token, byte[] stamped)
    {
        _openssl.Write("token", token);
        _openssl.Write("stamped", stamped);
        return _openssl.Try("ts -verify -token_in -in token -data stamped -CAfile ca.pem") == 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _openssl.Dispose();
    }

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var query = new MemoryStream();
        await request.Body.CopyToAsync(query);
        _openssl.Write("query", query.ToArray());
        _openssl.Run("ts -reply -config tsa.cnf -queryfile query -out reply");
        return Results.Bytes(Instead ?? _openssl.Read("reply"), "application/timestamp-reply");
    }
}
