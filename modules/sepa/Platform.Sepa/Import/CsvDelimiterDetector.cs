namespace Platform.Sepa;

/// <summary>Finds the delimiter that splits the header into the most known column names, then into the most columns.</summary>
internal static class CsvDelimiterDetector
{
    private const char Default = ';';
    private static readonly char[] Candidates = [Default, ',', '\t', '|'];

    public static (char Delimiter, int SkippedLines) Detect(string sample)
    {
        var first = FirstLine(sample);
        if (first.Trim().Trim('"') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var named] && Candidates.Contains(named))
            return (named, 1);
        var best = Candidates.MaxBy(c => Score(first, c));
        return (best, 0);
    }

    private static (int Known, int Columns) Score(string header, char delimiter)
    {
        var columns = Split(header, delimiter);
        return (columns.Count(c => ImportHeader.Recognise(c) is not null), columns.Count);
    }

    private static string FirstLine(string sample)
    {
        using var reader = new StringReader(sample);
        string? line;
        do
        {
            line = reader.ReadLine();
        }
        while (line is not null && string.IsNullOrWhiteSpace(line));
        return line ?? "";
    }

    private static List<string> Split(string header, char delimiter)
    {
        var columns = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= header.Length; i++)
        {
            if (i == header.Length || (header[i] == delimiter && !quoted))
            {
                columns.Add(header[start..i].Trim(' ', '"'));
                start = i + 1;
            }
            else if (header[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return columns;
    }
}
