namespace Platform.TestBase;

/// <summary>
/// What a host that asks for nothing special finds at its start, made once in a run of tests and copied: migrations and demonstration
/// data cost more than most tests do. The test command names the folder; without it every host makes its own.
/// </summary>
internal static class TestTemplates
{
    public const string Variable = "PLATFORM_TEST_TEMPLATES";
    private const string Ready = "ready";

    private static readonly SemaphoreSlim Gate = new(1);

    private static string? Root => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } root ? root : null;

    /// <summary>A host like all others, up to its clock: then what it would have made is what others made before.</summary>
    public static bool Serve(TestHostOptions options) => Root is not null && options is { ConfigureServices: null, Settings: null or { Count: 0 } };

    /// <summary>Folder to copy, and name of the PostgreSQL database to copy.</summary>
    public static async Task<(string Folder, string Database)> GetAsync(TestDatabase database, bool demonstration)
    {
        var name = $"{database}_{(demonstration ? "demo" : "empty")}".ToLowerInvariant();
        var template = (Folder: Path.Combine(Root!, name), Database: $"platform_template_{name}");
        await Gate.WaitAsync();
        try
        {
            await Task.Factory.StartNew(() => MakeOnce(database, demonstration, template), TaskCreationOptions.LongRunning);
            return template;
        }
        finally
        {
            Gate.Release();
        }
    }

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // Test projects run side by side: a mutex belongs to a thread, which therefore does all of it.
    private static void MakeOnce(TestDatabase database, bool demonstration, (string Folder, string Database) template)
    {
        using var others = new Mutex(false, $"Global\\{template.Database}-{Environment.UserName}");
        others.WaitOne();
        try
        {
            if (!File.Exists(Path.Combine(template.Folder, Ready)))
            {
                TestHost.MakeTemplateAsync(database, demonstration, template.Folder, template.Database).GetAwaiter().GetResult();
                File.WriteAllText(Path.Combine(template.Folder, Ready), "");
            }
        }
        finally
        {
            others.ReleaseMutex();
        }
    }
}
