using System.Text.Json;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>Whose books the tokens open.</summary>
/// <param name="Id">The package's own id.</param>
/// <param name="Name">As the person recognises it.</param>
internal sealed record LedgerAccount(string Id, string Name)
{
    private const int Longest = 140;

    /// <exception cref="BusinessException">Ledger:AnswerInvalid.</exception>
    public static LedgerAccount Read(JsonElement claims) => Text(claims, "sub") is { Length: <= Longest } id
        ? new LedgerAccount(id, Shorten(Text(claims, "preferred_username") ?? Text(claims, "name") ?? id))
        : throw new BusinessException(LedgerErrorCodes.AnswerInvalid);

    private static string? Text(JsonElement claims, string name) =>
        claims.ValueKind == JsonValueKind.Object && claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string Shorten(string text) => text.Length <= Longest ? text : text[..Longest];
}
