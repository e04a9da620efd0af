namespace Immy.Typed.Problems;

/// <summary>Foreign messages as part of our sentences.</summary>
internal static class MessageText
{
    /// <summary>The message with a full stop at its end.</summary>
    public static string Sentence(string message)
    {
        var text = message.Trim();
        return text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
    }
}
