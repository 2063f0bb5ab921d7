using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

[Trait("Req", "SEP-07")]
public sealed class WeasyPrint_Tests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("platform-print-");

    [Fact]
    public async Task Render_ADocument_IsPdfA3WithItsTextAndFonts()
    {
        var pdf = await RenderAsync("<html lang=fr><head><title>Titre</title><style>body { font-family: 'DejaVu Sans' }</style></head><body>Żółć été 12,30 €</body></html>");
        Encoding.Latin1.GetString(pdf).ShouldContain("pdfaid:part=\"3\"");
        (await ToolAsync("pdftotext", pdf, "-")).ShouldContain("Żółć été 12,30 €");
        (await ToolAsync("pdffonts", pdf)).ShouldContain("DejaVu");
    }

    [Fact]
    public async Task Render_WhatNamesOtherPlaces_FetchesNothing()
    {
        var secret = Path.Combine(_folder.FullName, "secret.css");
        await File.WriteAllTextAsync(secret, "body::after { content: 'STOLEN' }", TestContext.Current.CancellationToken);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var remote = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        var pdf = await RenderAsync(
            $"<html><head><title>t</title><link rel=stylesheet href='file://{secret}'><link rel=stylesheet href='{remote}a.css'><link rel=attachment href='file://{secret}'>"
            + $"<style>@import url('file://{secret}'); @font-face {{ font-family: x; src: url('{remote}x.ttf') }} p {{ font-family: x; background: url('{remote}b.png') }}</style></head>"
            + $"<body><p>shown <img src='{remote}c.png'><img src='file:///etc/hostname'><object data='file://{secret}'></object></p></body></html>");
        listener.Pending().ShouldBeFalse();
        var text = await ToolAsync("pdftotext", pdf, "-");
        text.ShouldContain("shown");
        text.ShouldNotContain("STOLEN");
        (await ToolAsync("pdfdetach", pdf, "-list", first: true)).ShouldStartWith("0 embedded files");
    }

    [Fact]
    public async Task Render_WithoutTheProgramOrItsLibrary_SaysWhatIsMissing()
    {
        await ShouldFailAsync(Path.Combine(_folder.FullName, "nowhere"), "Platform:PdfMissing");
        await ShouldFailAsync(Write("unknown", "#!/nowhere/python3\n"), "Platform:PdfMissing");
        await ShouldFailAsync(Write("binary", "ELF"), "Platform:PdfMissing");
        await ShouldFailAsync(Write("bare", "#!/usr/bin/env -S python3 -S\n"), "Platform:PdfMissing");
    }

    [Fact]
    public async Task Render_BeyondItsLimits_IsGivenUp()
    {
        await ShouldFailAsync(Program("exec sleep 600"), "Platform:PdfFailed", seconds: 0.3);
        await ShouldFailAsync(Program("exec yes"), "Platform:PdfFailed", seconds: 600);
        await ShouldFailAsync(Program("exit 1"), "Platform:PdfFailed");
    }

    [Fact]
    public async Task Render_Always_KeepsTheHostsEnvironmentToItself()
    {
        Environment.SetEnvironmentVariable("Vault__Secret", "hidden");
        var environment = Encoding.UTF8.GetString(await Renderer(Program("cat >/dev/null; env")).RenderAsync("x", TestContext.Current.CancellationToken));
        environment.ShouldContain("LANG=C.UTF-8");
        environment.ShouldNotContain("hidden");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static WeasyPrintRenderer Renderer(string? program = null, double seconds = 60) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Pdf:Program"] = program,
            ["Pdf:TimeoutSeconds"] = seconds.ToString(CultureInfo.InvariantCulture),
        }).Build(),
        NullLogger<WeasyPrintRenderer>.Instance);

    private static async Task<byte[]> RenderAsync(string html)
    {
        Assert.SkipUnless(TestEnvironment.IsContinuousIntegration || File.Exists("/usr/bin/weasyprint"), "WeasyPrint is not installed");
        return await Renderer().RenderAsync(html, TestContext.Current.CancellationToken);
    }

    private static async Task ShouldFailAsync(string program, string code, double seconds = 60) =>
        (await Should.ThrowAsync<BusinessException>(() => Renderer(program, seconds).RenderAsync("x", TestContext.Current.CancellationToken))).Code.ShouldBe(code, program);

    // In the place of Python stands a program that does what the test wants.
    private string Program(string command) => Write(Path.GetRandomFileName(), $"#!{Write(Path.GetRandomFileName(), $"#!/bin/sh\n{command}\n")}\n");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private async Task<string> ToolAsync(string tool, byte[] pdf, string? argument = null, bool first = false)
    {
        var file = Path.Combine(_folder.FullName, "out.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        IEnumerable<string> arguments = argument is null ? [file] : first ? [argument, file] : [file, argument];
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
