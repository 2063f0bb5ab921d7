using System.Text;

namespace Platform.Identity;

/// <summary>RFC 4648, without padding.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerCharacter = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            for (; bits >= BitsPerCharacter; bits -= BitsPerCharacter)
                text.Append(Alphabet[(buffer >> (bits - BitsPerCharacter)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(Alphabet[(buffer << (BitsPerCharacter - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>In groups of four, to be read and typed.</summary>
    public static string Grouped(string text, string separator) => string.Join(separator, text.Chunk(4).Select(group => new string(group)));
}
