using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Platform.Identity.Tests;

/// <summary>
/// Writes files in the MaxMind DB format, version 2 (https://maxmind.github.io/MaxMind-DB/), for IPv6 with IPv4 at ::/96, as those that
/// operators get.
/// </summary>
internal sealed class CountryFile
{
    private readonly List<int?[]> _nodes = [new int?[2]];
    private readonly MemoryStream _data = new();

    /// <summary>As MaxMind and DB-IP say it: a map in a map.</summary>
    public CountryFile Add(string network, string country) => Add(network, Map(("country", Map(("iso_code", Text(country))))));

    /// <summary>As ip-location-db says it.</summary>
    public CountryFile AddFlat(string network, string country) => Add(network, Map(("country_code", Text(country))));

    public void Save(string path)
    {
        using var file = File.Create(path);
        Span<byte> record = stackalloc byte[4];
        foreach (var value in _nodes.SelectMany(n => n))
        {
            // Null is "nothing here"; data lie below zero, nodes above.
            var number = value is null ? _nodes.Count : value < 0 ? _nodes.Count + 16 + ~value.Value : value.Value;
            BinaryPrimitives.WriteInt32BigEndian(record, number);
            file.Write(record);
        }

        file.Write(new byte[16]);
        file.Write(_data.ToArray());
        file.Write([0xAB, 0xCD, 0xEF, .. "MaxMind.com"u8]);
        file.Write(Map(
            ("node_count", Number(6, _nodes.Count)), ("record_size", Number(5, 32)), ("ip_version", Number(5, 6)), ("database_type", Text("Test-Country")),
            ("languages", [0x00, 0x04]), ("binary_format_major_version", Number(5, 2)), ("binary_format_minor_version", Number(5, 0)),
            ("build_epoch", [0x04, 0x02, 0x65, 0x00, 0x00, 0x00]), ("description", Map(("en", Text("Test"))))));
    }

    private CountryFile Add(string network, byte[] value)
    {
        var parsed = IPNetwork.Parse(network);
        var address = parsed.BaseAddress.GetAddressBytes();
        var (bytes, length) = address.Length == 4 ? ([.. new byte[12], .. address], parsed.PrefixLength + 96) : (address, parsed.PrefixLength);
        var offset = (int)_data.Position;
        _data.Write(value);
        for (int bit = 0, node = 0; bit < length; bit++)
        {
            var side = bytes[bit / 8] >> (7 - (bit % 8)) & 1;
            if (bit == length - 1)
                _nodes[node][side] = ~offset;
            else if (_nodes[node][side] is null)
                _nodes[node][side] = NewNode();
            node = bit == length - 1 ? node : _nodes[node][side]!.Value;
        }

        return this;
    }

    private int NewNode()
    {
        _nodes.Add(new int?[2]);
        return _nodes.Count - 1;
    }

    private static byte[] Map(params (string Key, byte[] Value)[] entries) => [(byte)(7 << 5 | entries.Length), .. entries.SelectMany(e => Text(e.Key).Concat(e.Value))];

    private static byte[] Text(string text) => [(byte)(2 << 5 | text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Number(int type, int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return type == 5 ? [5 << 5 | 2, .. bytes[2..]] : [6 << 5 | 4, .. bytes];
    }
}
