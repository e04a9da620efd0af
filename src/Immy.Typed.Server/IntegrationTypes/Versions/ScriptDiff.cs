using DiffPlex.Renderer;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>The difference of two versions of a script, as patch tools read it.</summary>
internal static class ScriptDiff
{
    private const int ContextLines = 3;

    public static IResult Of(string file, (int Number, string Script) before, (int Number, string Script) after)
        => TypedResults.Text(
            UnidiffRenderer.GenerateUnidiff(before.Script, after.Script, $"{file} (version {before.Number})", $"{file} (version {after.Number})", ignoreWhitespace: false, ignoreCase: false, ContextLines),
            "text/x-diff");
}
