using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Asks the ClamAV daemon by INSTREAM (clamd(8)): pieces with their length before them, a length of zero, one answer.</summary>
internal sealed class ClamdScanner(VirusScanOptions options, ILogger<ClamdScanner> logger) : IVirusScanner, ISingletonDependency
{
    private const int PieceLength = 64 * 1024;
    private const int LongestAnswer = 4096;
    private const string Before = "stream: ";
    private const string Found = " FOUND";

    public async Task<VirusScanResult> ScanAsync(Stream content, CancellationToken cancellationToken = default)
    {
        if (options.EndPoint is null)
            return new VirusScanResult(VirusVerdict.NotScanned);
        try
        {
            return Read(await AskAsync(content, cancellationToken));
        }
        catch (Exception e) when (e is SocketException or IOException or TimeoutException)
        {
            logger.LogError(e, "The virus scanner gave no verdict");
            throw new BusinessException(AccountingErrorCodes.ScannerUnavailable, e);
        }
    }

    private async Task<string> AskAsync(Stream content, CancellationToken cancellationToken)
    {
        using var socket = options.EndPoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(options.EndPoint!, cancellationToken).AsTask().WaitAsync(options.Timeout, cancellationToken);
        await using var stream = new NetworkStream(socket);
        try
        {
            await SendAsync(stream, content, cancellationToken);
        }
        catch (IOException) when (socket.Available > 0)
        {
            // It closes its side when it has read enough; the reason is in the answer.
        }

        return await AnswerAsync(stream, cancellationToken);
    }

    private async Task SendAsync(NetworkStream stream, Stream content, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, "zINSTREAM\0"u8.ToArray(), cancellationToken);
        var piece = new byte[sizeof(int) + PieceLength];
        int read;
        do
        {
            read = await content.ReadAsync(piece.AsMemory(sizeof(int)), cancellationToken);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await WriteAsync(stream, piece.AsMemory(0, sizeof(int) + read), cancellationToken);
        }
        while (read > 0);
    }

    private Task WriteAsync(NetworkStream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes, cancellationToken).AsTask().WaitAsync(options.Timeout, cancellationToken);

    private async Task<string> AnswerAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken).AsTask().WaitAsync(options.Timeout, cancellationToken);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    // Anything else, such as a size limit that was exceeded, is no verdict.
    private static VirusScanResult Read(string answer) => answer switch
    {
        $"{Before}OK" => new VirusScanResult(VirusVerdict.Clean),
        _ when answer.StartsWith(Before, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) =>
            new VirusScanResult(VirusVerdict.Infected, answer[Before.Length..^Found.Length]),
        _ => throw new IOException($"clamd answered '{answer}'."),
    };
}
