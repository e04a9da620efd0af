using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Benchmarks.Generation;

/// <summary>The generator's run after an edit, against its first run over the same 200 capabilities.</summary>
public class EditBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _current = null!;
    private GeneratorDriver _driver = null!;
    private SyntaxTree _unrelated = null!;
    private SyntaxTree _withBody = null!;
    private SyntaxTree _withComment = null!;
    private SyntaxTree _capability = null!;
    private SyntaxTree _withParameter = null!;

    [GlobalSetup]
    public void Setup()
    {
        _compilation = CapabilityProject.Create();
        _current = _compilation;
        _driver = CapabilityProject.Driver().RunGenerators(_compilation);
        _unrelated = _compilation.SyntaxTrees[^1];
        _withBody = Edited(_unrelated, "number + 1", "1 + number");
        _withComment = Edited(_unrelated, "return number", "// One on.\nreturn number");
        _capability = _compilation.SyntaxTrees[100];
        _withParameter = Edited(_capability, "string deviceId", "string deviceId, string reason");
    }

    // Compilations keep what was bound in them, so each run gets one of its own.
    [Benchmark(Baseline = true)]
    public void First() => CapabilityProject.Driver().RunGenerators(_compilation.Clone());

    [Benchmark]
    public void BodyElsewhere() => Toggle(_unrelated, _withBody);

    [Benchmark]
    public void CommentElsewhere() => Toggle(_unrelated, _withComment);

    [Benchmark]
    public void OneCapability() => Toggle(_capability, _withParameter);

    /// <summary>Makes the edit or takes it back, as the next one after all that came before, and runs the generator.</summary>
    private void Toggle(SyntaxTree before, SyntaxTree after)
    {
        _current = _current.ContainsSyntaxTree(before) ? _current.ReplaceSyntaxTree(before, after) : _current.ReplaceSyntaxTree(after, before);
        _driver = _driver.RunGenerators(_current);
    }

    private static SyntaxTree Edited(SyntaxTree tree, string old, string replacement)
    {
        var text = tree.GetText().ToString();
        var edited = text.Replace(old, replacement, StringComparison.Ordinal);
        return edited != text ? CapabilityProject.Parse(edited, tree.FilePath) : throw new InvalidOperationException($"'{old}' is not in {tree.FilePath}.");
    }
}
