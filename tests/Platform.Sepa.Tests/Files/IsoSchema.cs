using System.Diagnostics;
using System.Xml;
using System.Xml.Schema;

namespace Platform.Sepa.Tests;

/// <summary>Published schemas: ISO's own and the stricter subset of the German banks (EPC guidelines, euro only, 70-character names).</summary>
internal static class IsoSchema
{
    public static string Iso(Pain008Version version) =>
        Shared.File("iso20022", "iso", version is Pain008Version.V02 ? "pain.008.001.02.xsd" : "pain.008.001.08.xsd");

    public static string Strict(Pain008Version version) => Shared.File(
        "iso20022", "epc-variants", version is Pain008Version.V02 ? "dk-gbic2016-pain.008.001.02.xsd" : "dk-gbic4-pain.008.001.08.xsd");

    /// <summary>Reads through the file once and returns the first errors; empty means valid.</summary>
    public static IReadOnlyList<string> Validate(Stream file, string schema)
    {
        var errors = new List<string>();
        var schemas = new XmlSchemaSet();
        using (var xsd = XmlReader.Create(schema))
            schemas.Add(null, xsd);
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas, DtdProcessing = DtdProcessing.Prohibit };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => errors.Add($"{e.Exception.LineNumber},{e.Exception.LinePosition}: {e.Message}");
        file.Position = 0;
        using var reader = XmlReader.Create(file, settings);
        while (errors.Count < 5 && reader.Read())
        {
        }

        return errors;
    }

    /// <summary>A second validator, libxml2; null when it is not installed.</summary>
    public static async Task<string?> XmllintAsync(string file, string schema)
    {
        if (!File.Exists("/usr/bin/xmllint"))
            return null;
        var start = new ProcessStartInfo("/usr/bin/xmllint", ["--nonet", "--noout", "--stream", "--schema", schema, file])
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "validates" : output[..Math.Min(output.Length, 2000)];
    }
}
