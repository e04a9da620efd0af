using System.Globalization;

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

    /// <summary>A span as a number of seconds.</summary>
    public static string Seconds(TimeSpan span)
        => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds} second{(span.TotalSeconds == 1 ? "" : "s")}");
}
