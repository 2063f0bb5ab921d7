using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Platform.Ledger;

/// <summary>
/// A form whose secrets never become strings. A header's value is one and would live on in memory: so tokens travel in the body
/// (RFC 6750, 2.2) and the client is authenticated there too (client_secret_post).
/// </summary>
internal sealed class SecretForm : HttpContent
{
    private readonly SecretWriter _body = new();

    public SecretForm() => Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

    public SecretForm Add(string name, string value) => Add(name, Encoding.UTF8.GetBytes(value));

    public SecretForm Add(string name, ReadOnlySpan<byte> value)
    {
        if (_body.Length > 0)
            _body.Write("&"u8);
        _body.Write(Encoding.ASCII.GetBytes(name));
        _body.Write("="u8);
        foreach (var b in value)
        {
            WriteEncoded(b);
        }

        return this;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_body.Memory, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _body.Dispose();
        base.Dispose(disposing);
    }

    private void WriteEncoded(byte value)
    {
        const string Digits = "0123456789ABCDEF";
        if (char.IsAsciiLetterOrDigit((char)value) || "-._~"u8.Contains(value))
            _body.Write([value]);
        else
            _body.Write([(byte)'%', (byte)Digits[value >> 4], (byte)Digits[value & 15]]);
    }
}
