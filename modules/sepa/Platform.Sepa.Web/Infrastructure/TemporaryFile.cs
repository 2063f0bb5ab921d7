namespace Platform.Sepa.Web;

/// <summary>An answer that is written in full before it is sent, so that a failure is still an error and memory stays small.</summary>
internal static class TemporaryFile
{
    private const int BufferSize = 64 * 1024;

    public static async Task<Stream> FillAsync(Func<Stream, Task> write)
    {
        var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await write(file);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
