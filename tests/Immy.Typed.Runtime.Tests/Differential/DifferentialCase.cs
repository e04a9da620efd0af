namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>A block of the corpus.</summary>
/// <param name="Name">Its topic and its name.</param>
/// <param name="Body">What stands in the block.</param>
internal sealed record DifferentialCase(string Name, string Body)
{
    private const string Parameters = "param($text, $number, $names)";

    /// <summary>What every block gets.</summary>
    public static Dictionary<string, object> Arguments => new() { ["text"] = "word", ["number"] = 7, ["names"] = new[] { "a", "b" } };

    /// <summary>The two ways in which blocks are run: without and with a command around them.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["plain", "advanced"];

    /// <summary>The lines that may stand at a script's beginning only.</summary>
    public string Usings => string.Concat(Lines.TakeWhile(IsUsing).Select(static line => line + "\n"));

    private IEnumerable<string> Lines => Body.Split('\n');

    /// <summary>The block's text. A case that declares its parameters itself has one way only, whatever it is called.</summary>
    public string Block(string way)
    {
        var body = string.Join('\n', Lines.SkipWhile(IsUsing));
        var header = body.StartsWith("param", StringComparison.Ordinal) || body.StartsWith("[CmdletBinding", StringComparison.Ordinal)
            ? ""
            : (way == "advanced" ? "[CmdletBinding()]" : "") + Parameters + "\n";
        return Name.EndsWith("in CRLF", StringComparison.Ordinal) ? (header + body).ReplaceLineEndings("\r\n") : header + body;
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);
}
