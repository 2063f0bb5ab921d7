using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Nothing enters the inbox that a configured scanner has not passed.</summary>
[Trait("Req", "ACC-04")]
public sealed class VirusScan_Tests(InboxHosts hosts, Clamd clamd)
{
    private readonly TestClock _clock = new(InboxHosts.Start);

    [Theory, Databases]
    public async Task Complete_AnInfectedFile_IsRefusedAndRemoved(TestDatabase database)
    {
        await using var host = await InboxHosts.StartAsync(database, _clock, ("VirusScan:Address", await clamd.TcpAsync()));
        var company = new InboxCompany(host);
        var upload = await company.BeginAsync(Clamd.Infected.Length, "holiday.jpg");
        await company.SendAsync(upload, Clamd.Infected);
        var refused = await Should.ThrowAsync<BusinessException>(() => company.CompleteAsync(upload.Id));
        refused.ShouldSatisfyAllConditions(e => e.Code.ShouldBe(AccountingErrorCodes.Infected), e => e.Data["signature"].ShouldBe(Clamd.Signature));
        await Refusals.MissingAsync(() => company.CompleteAsync(upload.Id));
        (await company.ListAsync()).ShouldBeEmpty();
        (await company.BlobsAsync("documents")).ShouldBeEmpty();
        (await company.TrailAsync("Accounting.Document.Infected")).ShouldHaveSingleItem().EntityId.ShouldBe($"{upload.Id}");
        await company.RunAsync<DocumentCleanup>(c => c.RunAsync(TestContext.Current.CancellationToken));
        (await company.BlobsAsync("uploads")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Complete_ACleanFile_IsKeptAsScanned(bool unix)
    {
        await using var host = await InboxHosts.StartAsync(TestDatabase.Sqlite, _clock, ("VirusScan:Address", unix ? await clamd.UnixAsync() : await clamd.TcpAsync()));
        var document = await new InboxCompany(host).AddAsync();
        document.ScannedAt.ShouldBe(InboxHosts.Start.UtcDateTime);
    }

    [Fact]
    public async Task Complete_WithoutAScanner_SaysNotScanned()
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        (await company.UploadAsync(Clamd.Infected)).Document.ScannedAt.ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Complete_WhileTheScannerIsDown_IsRefusedAndWorksLater(TestDatabase database)
    {
        var socket = Path.Combine(Path.GetTempPath(), $"clamd-{Guid.CreateVersion7():N}");
        await using var host = await InboxHosts.StartAsync(database, _clock, ("VirusScan:Address", $"unix://{socket}"));
        var company = new InboxCompany(host);
        var upload = await company.BeginAsync(3);
        await company.SendAsync(upload, [1, 2, 3]);
        (await Refusals.RefusedAsync(() => company.CompleteAsync(upload.Id))).ShouldBe(AccountingErrorCodes.ScannerUnavailable);
        (await company.ListAsync()).ShouldBeEmpty();
        (await company.BlobsAsync("documents")).ShouldBeEmpty();
        using var scanner = Daemon.OnUnix(socket, "stream: OK\0");
        (await company.CompleteAsync(upload.Id)).Document.ScannedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Scan_MoreThanTheDaemonTakes_IsNoVerdict()
    {
        var scanner = Scanner(await clamd.TcpAsync());
        await RefusedAsync(scanner, new byte[4 * 1024 * 1024]);
        (await scanner.ScanAsync(new MemoryStream(new byte[1024 * 1024]), TestContext.Current.CancellationToken)).Verdict.ShouldBe(VirusVerdict.Clean);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense OK\0")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream: Can't allocate memory ERROR\0")]
    public async Task Scan_AnyOtherAnswer_IsNoVerdict(string answer)
    {
        using var daemon = Daemon.OnTcp(answer);
        await RefusedAsync(Scanner(daemon.Address), [1]);
    }

    [Fact]
    public async Task Scan_ADaemonThatKeepsSilent_IsNotWaitedFor()
    {
        using var daemon = Daemon.OnTcp(answer: null);
        await RefusedAsync(Scanner(daemon.Address, seconds: "0.2"), [1]);
    }

    [Theory]
    [InlineData("127.0.0.1:3310")]
    [InlineData("http://127.0.0.1:3310")]
    [InlineData("unix://")]
    public void Options_NoAddress_StopTheStart(string address) =>
        Should.Throw<InvalidOperationException>(() => Options(address, "1")).Message.ShouldContain(address);

    private static Task RefusedAsync(ClamdScanner scanner, byte[] content) =>
        Should.ThrowAsync<BusinessException>(() => scanner.ScanAsync(new MemoryStream(content), TestContext.Current.CancellationToken))
            .ContinueWith(t => t.Result.Code.ShouldBe(AccountingErrorCodes.ScannerUnavailable), TaskScheduler.Default);

    private static ClamdScanner Scanner(string address, string seconds = "30") => new(Options(address, seconds), NullLogger<ClamdScanner>.Instance);

    private static VirusScanOptions Options(string address, string seconds) => VirusScanOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("VirusScan:Address", address), new("VirusScan:TimeoutSeconds", seconds)]).Build());

    /// <summary>Takes a file and says what it is told to say; nothing where that is null.</summary>
    private sealed class Daemon : IDisposable
    {
        private readonly Socket _socket;

        private Daemon(Socket socket, EndPoint place, string? answer)
        {
            _socket = socket;
            socket.Bind(place);
            socket.Listen();
            _ = ServeAsync(answer);
        }

        public string Address => $"tcp://{_socket.LocalEndPoint}";

        public static Daemon OnTcp(string? answer) => new(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp), new IPEndPoint(IPAddress.Loopback, 0), answer);

        public static Daemon OnUnix(string path, string answer) =>
            new(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(path), answer);

        public void Dispose()
        {
            var place = _socket.LocalEndPoint;
            _socket.Dispose();
            if (place is UnixDomainSocketEndPoint)
                File.Delete($"{place}");
        }

        private async Task ServeAsync(string? answer)
        {
            var client = await _socket.AcceptAsync();
            if (answer is null)
                return;
            using (client)
            {
                var bytes = new byte[1024];
                // The last four bytes are the length of nothing.
                for (int read; (read = await client.ReceiveAsync(bytes)) > 0 && !bytes.AsSpan(0, read).EndsWith<byte>([0, 0, 0, 0]);)
                {
                }

                await client.SendAsync(Encoding.ASCII.GetBytes(answer));
            }
        }
    }
}
