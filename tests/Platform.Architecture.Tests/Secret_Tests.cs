using System.Diagnostics;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>No secret stands in the repository, today or in its history.</summary>
public sealed class Secret_Tests
{
    /// <summary>Files with what looks like one, and why it is none.</summary>
    private static readonly Dictionary<string, string> Harmless = new()
    {
        ["tests/Platform.Architecture.Tests/Secret_Tests.cs"] = "examples below",
        ["etc/demo/accounts.json"] = "published tokens of demonstration people, read in Development only",
    };

    [Fact]
    [Trait("Req", "VLT-01")]
    public async Task Files_OfTheRepository_HoldNone()
    {
        var files = (await GitAsync("ls-files", "-z")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        files.ShouldNotBeEmpty();
        foreach (var file in files.Except(Harmless.Keys).Where(f => File.Exists(Path.Combine(TestEnvironment.Root, f))))
            SecretPatterns.Find(await File.ReadAllTextAsync(Path.Combine(TestEnvironment.Root, file), TestContext.Current.CancellationToken)).ShouldBeNull(file);
        files.ShouldNotContain(f => f.EndsWith(".key") || f.EndsWith(".pfx") || f.EndsWith(".p12") || f.EndsWith(".env"));
    }

    [Fact]
    [Trait("Req", "VLT-01")]
    public async Task History_OfTheRepository_HoldsNone()
    {
        var file = "";
        foreach (var line in (await GitAsync("log", "-p", "-U0", "--format=")).Split('\n'))
        {
            file = line.StartsWith("+++ b/", StringComparison.Ordinal) ? line[6..] : file;
            if (line is ['+', not '+', ..] && !Harmless.ContainsKey(file))
                SecretPatterns.Find(line).ShouldBeNull(file);
        }
    }

    [Theory]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("aws_key = AKIAIOSFODNN7EXAMPLE")]
    [InlineData("plf_0123456789abcdefghijABCDEFGHIJ0123456789abc")]
    [InlineData("Host=db;Username=app;Password=hunter2hunter2")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlc2lnbmF0dXJl")]
    public void Find_WhatLooksLikeASecret_IsFound(string text) => SecretPatterns.Find(text).ShouldNotBeNull();

    private static async Task<string> GitAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = TestEnvironment.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(process.ExitCode != 0, $"no repository here: {error}");
        return await output;
    }
}
