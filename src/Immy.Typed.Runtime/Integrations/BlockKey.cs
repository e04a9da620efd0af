using Immy.Typed.Adapters;

namespace Immy.Typed.Integrations;

/// <summary>What a block is, whichever of the capabilities that inherit it gives it: one member of one interface.</summary>
internal readonly record struct BlockKey(Type DeclaredBy, string Name)
{
    public static BlockKey Of(BlockDescriptor block) => new(block.DeclaredBy, block.Name);
}
