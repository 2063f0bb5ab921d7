using System.Collections.Frozen;

namespace Platform.Sepa;

/// <summary>
/// The table of EPC217-08 version 1.1, turned round: each replacement with the characters that take it. The other characters of the
/// table's ranges become a full stop. Added, where the table has no entry: quotation mark, ampersand, underscore, tilde.
/// </summary>
internal static class SepaTextConversion
{
    private static readonly (string Replacement, string Characters)[] Table =
    [
        (" ", "\u00A0"),
        ("'", "`\""),
        ("(", "[{"),
        (")", "]}"),
        ("+", "&"),
        (",", ";"),
        ("-", "_~"),
        ("/", "\\|"),
        ("?", "¿"),
        ("A", "ÀÁÂÃÄÅÆĀĂĄΆΑАЪ"),
        ("B", "Б"),
        ("C", "ÇĆĈĊČ"),
        ("D", "ÐĎĐΔД"),
        ("E", "ÈÉÊËĒĔĖĘĚΈΕЕ€"),
        ("F", "ΦФ"),
        ("G", "ĜĞĠĢΓГ"),
        ("H", "ĤĦХ"),
        ("I", "ÌÍÎÏĨĪĬĮİĲΉΊΗΙΪИ"),
        ("J", "Ĵ"),
        ("K", "ĶΚК"),
        ("L", "ĹĻĽĿŁΛЛ"),
        ("M", "ΜМ"),
        ("N", "ÑŃŅŇΝН"),
        ("O", "ÒÓÔÕÖØŐŒΌΏΟΩО"),
        ("P", "ΠП"),
        ("R", "ŔŖŘΡР"),
        ("S", "ŚŜŞŠȘΣС"),
        ("T", "ÞŢŤŦȚΤТ"),
        ("U", "ÙÚÛÜŨŪŬŮŰŲУ"),
        ("V", "ΒВ"),
        ("W", "Ŵ"),
        ("X", "Ξ"),
        ("Y", "ÝŶŸΎΥΫЙЬ"),
        ("Z", "ŹŻŽΖЗ"),
        ("a", "àáâãäåæāăąάαаъ"),
        ("b", "б"),
        ("c", "çćĉċč"),
        ("d", "ðďđδд"),
        ("e", "èéêëēĕėęěέεе"),
        ("f", "φф"),
        ("g", "ĝğġģγг"),
        ("h", "ĥħх"),
        ("i", "ìíîïĩīĭįıĳΐήίηιϊи"),
        ("j", "ĵ"),
        ("k", "ķκк"),
        ("l", "ĺļľŀłλл"),
        ("m", "μм"),
        ("n", "ñńņňνн"),
        ("o", "òóôõöøőœοωόώо"),
        ("p", "πп"),
        ("r", "ŕŗřρр"),
        ("s", "ßśŝşšșςσс"),
        ("t", "þţťŧțτт"),
        ("u", "ùúûüũūŭůűųу"),
        ("v", "βв"),
        ("w", "ŵ"),
        ("x", "ξ"),
        ("y", "ýÿŷΰυϋύйь"),
        ("z", "źżžζз"),
        ("CH", "ΧЧ"),
        ("PS", "Ψ"),
        ("SH", "Ш"),
        ("TH", "Θ"),
        ("TS", "Ц"),
        ("YA", "Я"),
        ("YU", "Ю"),
        ("ZH", "Ж"),
        ("ch", "χч"),
        ("ps", "ψ"),
        ("sh", "ш"),
        ("th", "θ"),
        ("ts", "ц"),
        ("ya", "я"),
        ("yu", "ю"),
        ("zh", "ж"),
        ("SHT", "Щ"),
        ("sht", "щ"),
    ];

    private static readonly FrozenDictionary<char, string> Replacements = Table
        .SelectMany(row => row.Characters.Select(c => (c, row.Replacement)))
        .ToFrozenDictionary(pair => pair.c, pair => pair.Replacement);

    public static string Convert(int codePoint)
    {
        if (codePoint <= char.MaxValue && Replacements.TryGetValue((char)codePoint, out var replacement))
            return replacement;
        return codePoint is > 0x20 and <= 0x45F ? "." : "?";
    }
}
