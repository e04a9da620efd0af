namespace Immy.Typed.Generators;

/// <summary>The pipeline's steps, as the incrementality tests name them.</summary>
internal static class StepNames
{
    public const string Model = nameof(Model);
    public const string Declared = nameof(Declared);
    public const string Referenced = nameof(Referenced);
    public const string Clashes = nameof(Clashes);
    public const string Assembly = nameof(Assembly);
    public const string List = nameof(List);

    public static IReadOnlyList<string> All { get; } = [Model, Declared, Referenced, Clashes, Assembly, List];
}
