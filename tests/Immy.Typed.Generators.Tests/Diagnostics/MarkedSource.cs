using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>A source text in which <c>[|</c> and <c>|]</c> stand around each place where something is to be told.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Spans">What they stood around, in order.</param>
internal sealed record MarkedSource(string Text, IReadOnlyList<TextSpan> Spans)
{
    private const string Open = "[|";
    private const string Close = "|]";

    public static MarkedSource Parse(string marked)
    {
        var text = marked;
        var spans = new List<TextSpan>();
        for (var start = Find(text, Open); start >= 0; start = Find(text, Open))
        {
            text = text.Remove(start, Open.Length);
            var end = Find(text, Close);
            text = text.Remove(end, Close.Length);
            spans.Add(TextSpan.FromBounds(start, end));
        }

        return new(text, spans);
    }

    private static int Find(string text, string mark) => text.IndexOf(mark, StringComparison.Ordinal);
}
