using System.Collections.Frozen;

namespace Platform.Sepa;

internal static class ImportChoices
{
    public static readonly FrozenDictionary<string, SddScheme> Schemes = Enum.GetValues<SddScheme>().ToFrozenDictionary(s => s.ToCode());

    public static readonly FrozenDictionary<string, SequenceType> SequenceTypes =
        Enum.GetValues<SequenceType>().ToFrozenDictionary(s => s.ToCode());
}
