using Xunit;

namespace Platform.TestBase;

/// <summary>What the machine offers to tests.</summary>
public static class TestEnvironment
{
    public static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of the shared material beside the checkout; the test is skipped, loudly, where that folder is missing.</summary>
    public static string Shared(string path)
    {
        var file = Path.Combine(Root, "..", "shared", path);
        Assert.SkipUnless(File.Exists(file) || Directory.Exists(file), $"needs ../shared/{path}, which is not beside this checkout");
        return Path.GetFullPath(file);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Platform.sln is in no folder above the tests.");
    }
}
