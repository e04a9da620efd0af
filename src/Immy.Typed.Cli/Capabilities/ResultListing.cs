using Immy.Typed.Adapters;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.Capabilities;

/// <summary>What a block owes, as <c>immy capabilities --format json</c> lists it.</summary>
internal sealed record ResultListing(string Type, bool IsList, string Summary)
{
    public static ResultListing Of(BlockDescriptor block)
    {
        var isList = block.Shape == ResultShape.List;
        return new(TypeNames.Of(block.ResultType, block.IsResultNullable) + (isList ? "[]" : ""), isList, block.Returns);
    }
}
