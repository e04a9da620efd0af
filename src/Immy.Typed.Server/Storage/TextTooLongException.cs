namespace Immy.Typed.Server.Storage;

/// <summary>A text is longer than what is kept of it.</summary>
/// <param name="property">Which one.</param>
/// <param name="length">How long it is.</param>
/// <param name="longest">How long it may be.</param>
internal sealed class TextTooLongException(string property, int length, int longest) : Exception
{
    /// <summary>The field of a request, as which the text came.</summary>
    public string Field { get; } = char.ToLowerInvariant(property[0]) + property[1..];

    public override string Message => $"{Field} has {length} characters; at most {longest} are allowed.";
}
