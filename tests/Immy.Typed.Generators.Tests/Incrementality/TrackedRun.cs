using Immy.Typed.Generators.Model;
using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Tests.Incrementality;

/// <summary>A run of the generator after an earlier one, with the reason why each step ran.</summary>
internal sealed class TrackedRun
{
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _compilation;

    private TrackedRun(GeneratorDriver driver, CSharpCompilation compilation)
    {
        _compilation = compilation;
        _driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
    }

    /// <summary>Every value that a named step gave, with the reason.</summary>
    public IReadOnlyList<(string Step, object Value, IncrementalStepRunReason Reason)> Steps
        => [.. StepNames.All.SelectMany(name => Result.TrackedSteps[name].SelectMany(step => step.Outputs.Select(output => (name, output.Value, output.Reason))))];

    /// <summary>Why each capability's files, and the list, were written; by the interface's name, or that of the list's class.</summary>
    public IReadOnlyDictionary<string, IncrementalStepRunReason> Outputs
        => Result.TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs.Select(output => (Name: Name(step), output.Reason)))
            .ToDictionary(static output => output.Name, static output => output.Reason, StringComparer.Ordinal);

    /// <summary>Everything that was written, as one text.</summary>
    public string Text
        => string.Join('\n', Result.GeneratedSources.OrderBy(static file => file.HintName, StringComparer.Ordinal).Select(static file => $"{file.HintName}\n{file.SourceText}"));

    /// <summary>A run over the same compilation that knows nothing of an earlier one.</summary>
    public TrackedRun Fresh => First(_compilation.Clone());

    private GeneratorRunResult Result => Assert.Single(_driver.GetRunResult().Results);

    public static TrackedRun First(params string[] sources)
        => First(Sources.Compile(sources));

    public static TrackedRun First(CSharpCompilation compilation)
        => new(
            CSharpGeneratorDriver.Create(
                [new CapabilityGenerator().AsSourceGenerator()],
                parseOptions: Sources.Parsing,
                driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
            compilation);

    /// <summary>The run after a replacement in one file.</summary>
    public TrackedRun After(int file, string old, string replacement)
    {
        var tree = _compilation.SyntaxTrees[file];
        var text = tree.GetText(TestContext.Current.CancellationToken).ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return new(_driver, _compilation.ReplaceSyntaxTree(tree, Sources.Tree(text.Replace(old, replacement, StringComparison.Ordinal), file)));
    }

    /// <summary>The run after a file was added.</summary>
    public TrackedRun AfterAdding(string source)
        => new(_driver, _compilation.AddSyntaxTrees(Sources.Tree(source, _compilation.SyntaxTrees.Length)));

    /// <summary>The run after a reference was added.</summary>
    public TrackedRun AfterReferring(MetadataReference reference) => new(_driver, _compilation.AddReferences(reference));

    private static string Name(IncrementalGeneratorRunStep step)
    {
        var (source, index) = step.Inputs[0];
        return source.Outputs[index].Value switch
        {
            CapabilityModel capability => capability.Name,
            ListModel list => list.ClassName,
            var other => throw new InvalidOperationException($"An output is made from {other}."),
        };
    }
}
