using System.Diagnostics.CodeAnalysis;

namespace Platform.Sepa;

/// <summary>
/// A checked text value of the SEPA schemes. Two values are equal when their normal forms are; the default value is empty and
/// was never checked.
/// </summary>
/// <typeparam name="TSelf">The value type itself.</typeparam>
public interface ISepaValue<TSelf> where TSelf : struct, ISepaValue<TSelf>
{
    /// <summary>The normal form: what is stored and written to bank files. Empty for the default value.</summary>
    string Value { get; }

    /// <summary>Checks and normalises <paramref name="text"/>; never throws.</summary>
    /// <param name="text">What a person or a file gave.</param>
    /// <param name="value">The checked value; the default value when refused.</param>
    /// <param name="errorCode">One of <see cref="SepaErrorCodes"/> when refused, else null. The first broken rule wins.</param>
    static abstract bool TryParse(string? text, out TSelf value, [NotNullWhen(false)] out string? errorCode);
}

/// <summary>What every <see cref="ISepaValue{TSelf}"/> can do.</summary>
public static class SepaValue
{
    /// <summary>Reads text that was checked before, such as a stored column.</summary>
    /// <exception cref="FormatException">The text is refused; the message is the error code and never holds the text.</exception>
    public static T Parse<T>(string? text) where T : struct, ISepaValue<T> =>
        T.TryParse(text, out var value, out var errorCode) ? value : throw new FormatException(errorCode);

    /// <summary>The error code for <paramref name="text"/>, or null when it is acceptable.</summary>
    public static string? Check<T>(string? text) where T : struct, ISepaValue<T> =>
        T.TryParse(text, out _, out var errorCode) ? null : errorCode;
}
