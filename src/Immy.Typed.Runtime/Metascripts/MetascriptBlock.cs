using Immy.Typed.Adapters;

namespace Immy.Typed.Metascripts;

/// <summary>A whole metascript, described as a block, so that it runs as blocks do.</summary>
internal static class MetascriptBlock
{
    public static BlockDescriptor Descriptor { get; } = new()
    {
        Capability = "Metascript",
        Name = "Run",
        DeclaredBy = typeof(IMetascriptRunner),
        IsMandatory = true,
        Shape = ResultShape.List,
        ResultType = typeof(object),
        IsResultNullable = true,
        Parameters = [],
        Call = static (_, _, _) => throw new NotSupportedException("A metascript is run by IMetascriptRunner; no integration has it."),
        Summary = "Works for an action of a deployment.",
    };
}
