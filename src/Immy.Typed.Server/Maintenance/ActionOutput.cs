using System.Globalization;
using System.Text;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.Maintenance;

/// <summary>What a script wrote as results, a line each, up to a length.</summary>
internal sealed class ActionOutput(int longest)
{
    private readonly StringBuilder _text = new();
    private int _leftOut;

    public int Count { get; private set; }

    public void Add(string text)
    {
        Count++;
        if (_text.Length + text.Length > longest)
        {
            _leftOut++;
            return;
        }

        _text.Append(_text.Length > 0 ? "\n" : "").Append(RunText.Of(text));
    }

    /// <summary>The text; null when nothing was written.</summary>
    public override string? ToString() => Count == 0 ? null
        : _leftOut == 0 ? _text.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{_text}\n... and {_leftOut:N0} more that are too long to keep");
}
