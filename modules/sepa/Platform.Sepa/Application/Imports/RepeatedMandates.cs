using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Sepa;

/// <summary>
/// Each direct debit of a file repeats its mandate: the first stands for all that say the same. One that says something else stays, and is
/// found to be there twice.
/// </summary>
internal sealed class RepeatedMandates(IReadOnlyDictionary<ImportField, int> columns)
{
    // What a collection is among those of its mandate may change from one to the next.
    private readonly int[] _compared = [.. columns.Where(c => c.Key != ImportField.SequenceType).Select(c => c.Value)];
    private readonly HashSet<UInt128> _seen = [];

    public bool IsNew(FileRow row)
    {
        var text = string.Join('\u001f', _compared.Select(c => row.Cells[c]));
        return _seen.Add(MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
