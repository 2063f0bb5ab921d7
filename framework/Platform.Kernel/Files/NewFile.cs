using System.Runtime.InteropServices;

namespace Platform.Kernel;

/// <summary>
/// Files that come under their name whole, on disk and in one step, and never in place of another: of many hosts that write one file
/// at once, one does. The file system must know hard links (POSIX link), as those of Linux and NFS do.
/// </summary>
public static partial class NewFile
{
    private const int Exists = 17;

    /// <summary>A file for its owner alone (0600), in a folder that is made when there is none.</summary>
    /// <returns>False: something is there already, and stays as it is.</returns>
    /// <exception cref="IOException">Cannot be written; nothing is left.</exception>
    public static bool TryWrite(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var stream = new FileStream(draft, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            return TryPublish(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Gives a file that is whole its name, beside it in one file system. The draft goes, or stays when something is there already.</summary>
    /// <returns>False: something is there already, and stays as it is.</returns>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static bool TryPublish(string draft, string path)
    {
        // File.Move looks first and renames then on Unix: what another host put there in between would be gone.
        if (OperatingSystem.IsWindows())
            return TryMove(draft, path);
        if (Link(draft, path) == 0)
        {
            File.Delete(draft);
            return true;
        }

        return Marshal.GetLastPInvokeError() == Exists ? false : throw new IOException($"{path} cannot be created: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private static bool TryMove(string draft, string path)
    {
        try
        {
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string name);
}
