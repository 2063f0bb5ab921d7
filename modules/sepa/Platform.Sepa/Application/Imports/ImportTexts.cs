using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Findings of rows in the reader's language, with the column named and a conversion shown.</summary>
internal sealed class ImportTexts(IPlatformTexts texts, IStringLocalizer<SepaResource> localizer) : IScopedDependency
{
    public ImportFindingDto Of(RowFinding finding, int line, ImportReading reading)
    {
        var column = finding.Field is { } field ? ColumnOf(field, reading) : "";
        var data = new Dictionary<string, object?>
        {
            ["value"] = finding.Value,
            ["field"] = column,
            ["column"] = column,
            ["line"] = line,
            ["written"] = finding.Value is null ? null : SepaText.Transliterate(finding.Value).Text,
        };
        return new ImportFindingDto(finding.Field, column, finding.Code, finding.Severity, finding.Value, texts.Get(finding.Code, data));
    }

    private string ColumnOf(ImportField field, ImportReading reading) =>
        reading.Columns.ContainsKey(field) ? reading.NameOf(field) : localizer[$"ImportField:{field}"];
}
