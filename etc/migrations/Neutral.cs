using System.Text.RegularExpressions;

namespace Platform.Migrations;

/// <summary>Takes out of scaffolded code what names one database product, so that the same files build and upgrade both.</summary>
internal static partial class Neutral
{
    public static string Code(string code)
    {
        if (IdentityColumn().IsMatch(code))
        {
            throw new ScaffoldException("A key is made by the database. Keys are Guid.CreateVersion7(), or ValueGeneratedNever() numbers.");
        }

        code = ColumnType().Replace(code, "");
        code = OldColumnType().Replace(code, "");
        code = ModelColumnType().Replace(code, "");
        code = MaxIdentifierLength().Replace(code, "");
        code = NpgsqlLine().Replace(code, "");
        return PublicClass().Replace(code, "internal sealed partial class").Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"NpgsqlValueGenerationStrategy\.|NpgsqlPropertyBuilderExtensions\.")]
    private static partial Regex IdentityColumn();

    [GeneratedRegex(@"type: ""[^""]+"",\s*")]
    private static partial Regex ColumnType();

    [GeneratedRegex(@",\s*oldType: ""[^""]+""")]
    private static partial Regex OldColumnType();

    [GeneratedRegex(@"\s*\.HasColumnType\(""[^""]+""\)")]
    private static partial Regex ModelColumnType();

    [GeneratedRegex(@"\s*\.HasAnnotation\(""Relational:MaxIdentifierLength"", \d+\)")]
    private static partial Regex MaxIdentifierLength();

    [GeneratedRegex(@"\r?\n\s*NpgsqlModelBuilderExtensions\.UseIdentity[^;]+;|using Npgsql[^;]+;\r?\n")]
    private static partial Regex NpgsqlLine();

    [GeneratedRegex(@"public partial class|partial class(?= \w+ModelSnapshot)")]
    private static partial Regex PublicClass();
}
