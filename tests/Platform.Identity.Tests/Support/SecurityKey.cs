using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Platform.Identity.Tests;

/// <summary>One passkey in software: answers as a browser with its authenticator does, or as somebody does who forges.</summary>
internal sealed class SecurityKey : IDisposable
{
    private const byte Present = 1, Verified = 4, WithKey = 0x40;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>The site the browser shows; App:BaseUrl of the host under test.</summary>
    public string Origin { get; set; } = "http://localhost:5080";

    public bool VerifiesItsPerson { get; set; } = true;

    /// <summary>Signatures so far; 0 is said by those that do not count.</summary>
    public uint Count { get; set; }

    /// <summary>Whose it is, as the site said when it was made.</summary>
    public string Handle { get; set; } = "";

    public string Create(string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        Handle = asked.GetProperty("user").GetProperty("id").GetString()!;
        byte[] data = [.. Data(asked.GetProperty("rp").GetProperty("id").GetString()!, WithKey), .. new byte[16], 0, (byte)Id.Length, .. Id, .. CoseKey()];
        byte[] made = [0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x58, (byte)data.Length, .. data];
        return Answer(new { clientDataJSON = Encode(ClientData("webauthn.create", asked)), attestationObject = Encode(made), transports = new[] { "internal" } });
    }

    public string Get(string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        var (data, client) = (Data(asked.GetProperty("rpId").GetString()!, 0), ClientData("webauthn.get", asked));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { clientDataJSON = Encode(client), authenticatorData = Encode(data), signature = Encode(signature), userHandle = Handle });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(object response) =>
        JsonSerializer.Serialize(new { id = Encode(Id), rawId = Encode(Id), type = "public-key", response, clientExtensionResults = new { } });

    private byte[] ClientData(string type, JsonElement asked) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private byte[] Data(string domain, byte flags)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), (byte)(flags | Present | (VerifiesItsPerson ? Verified : 0)), .. count];
    }

    // kty EC2, alg ES256, crv P-256, x, y (RFC 9053).
    private byte[] CoseKey()
    {
        var point = _key.ExportParameters(false).Q;
        return [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
