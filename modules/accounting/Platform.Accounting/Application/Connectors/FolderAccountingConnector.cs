using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// An exchange folder that the accounting package watches: below "Accounting:ConnectorFolder"/company, documents appear in "to-book", each with a
/// JSON of the same name beside it, and files of bookings are taken from "booked". Nothing is seen half-written.
/// </summary>
internal sealed class FolderAccountingConnector(IConfiguration configuration, TimeProvider clock) : IAccountingConnector, ISingletonDependency
{
    // Programs that write a file slowly have gone quiet by then.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private static readonly string[] Endings = [".txt", ".csv", ".fec"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly string? _root = configuration["Accounting:ConnectorFolder"];

    public string Name => "folder";

    public string TextKey => "Accounting.Connector.Folder";

    public bool IsAvailable => !string.IsNullOrEmpty(_root);

    public async Task DeliverAsync(AccountingDelivery delivery, Stream content, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateDirectory(Below(delivery.Company, "to-book")).FullName;
        var file = Path.Combine(folder, $"{delivery.Id:N}{EndingOf(delivery.FileName)}");
        // The description first: whoever sees the document finds it.
        await PutAsync(delivery, $"{file}.json", s => JsonSerializer.SerializeAsync(s, delivery, Json, cancellationToken));
        await PutAsync(delivery, file, s => content.CopyToAsync(s, cancellationToken));
    }

    public Task<AccountingReturn?> FindReturnAsync(string company, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateDirectory(Below(company, "booked"));
        var until = (clock.GetUtcNow() - Quiet).UtcDateTime;
        // A link would lead out of the folder.
        var file = folder.EnumerateFiles()
            .Where(f => Endings.Contains(f.Extension.ToLowerInvariant()) && !f.Name.StartsWith('.') && !f.Attributes.HasFlag(FileAttributes.ReparsePoint) && f.LastWriteTimeUtc <= until)
            .OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault();
        return Task.FromResult(file is null ? null : new AccountingReturn(file.Name, _ => Task.FromResult<Stream>(file.OpenRead())));
    }

    public async Task SettleAsync(string company, AccountingReturn file, IReadOnlyList<string> refusals, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateDirectory(Below(company, "booked", refusals.Count > 0 ? "refused" : "taken")).FullName;
        var target = Path.Combine(folder, $"{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)} {EndOf(file.FileName)}");
        if (refusals.Count > 0)
            await File.WriteAllLinesAsync($"{target}.errors.txt", refusals, cancellationToken);
        File.Move(Path.Combine(Below(company, "booked"), file.FileName), target);
    }

    public void Erase(string company)
    {
        if (IsAvailable && Directory.Exists(Below(company)))
            Directory.Delete(Below(company), recursive: true);
    }

    // The mark stands before the file appears: one that the package has taken away already is not laid there again.
    private async Task PutAsync(AccountingDelivery delivery, string path, Func<Stream, Task> write)
    {
        var draft = Path.Combine(Directory.CreateDirectory(Below(delivery.Company, ".staging")).FullName, Path.GetFileName(path));
        var mark = $"{draft}.laid";
        if (!File.Exists(mark))
        {
            await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }

            await File.WriteAllBytesAsync(mark, []);
        }

        if (File.Exists(draft))
            File.Move(draft, path, overwrite: true);
    }

    private static string EndingOf(string name) => Path.GetExtension(name) is { Length: <= 16 } ending && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : "";

    // File systems take 255 bytes, and a name grows here.
    private static string EndOf(string name)
    {
        var runes = name.EnumerateRunes().Reverse().ToArray();
        var length = 0;
        return string.Concat(runes.TakeWhile(r => (length += r.Utf8SequenceLength) <= 200).Reverse());
    }

    private string Below(string company, params string[] parts) => Path.Combine([_root!, company, .. parts]);
}
