namespace Immy.Typed.Adapters;

/// <summary>
/// All that the host knows of a capability: its blocks, and how to make its adapter. The generator writes one per interface;
/// validation, help, API and UI read it.
/// </summary>
public sealed class CapabilityDescriptor
{
    /// <summary>The interface's simple name: what scripts pass as <c>-Interface</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The interface.</summary>
    public required Type Interface { get; init; }

    /// <summary>The interfaces that <see cref="Interface"/> extends, capabilities or not: an integration that has the one has these as well.</summary>
    public required IReadOnlyList<Type> BaseInterfaces { get; init; }

    /// <summary>True for the interface that every integration has from its start.</summary>
    public bool IsRoot { get; init; }

    /// <summary>What the capability gives, from the interface's XML documentation.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The script blocks, in the order of the interface's members, those of its bases first.</summary>
    public required IReadOnlyList<BlockDescriptor> Blocks { get; init; }

    /// <summary>Makes the object that receives the blocks as parameters of a cmdlet.</summary>
    public required Func<BlockParameters> CreateParameters { get; init; }

    /// <summary>Makes the implementation of the interface that runs the blocks.</summary>
    public required Func<IBlockInvoker, object> CreateAdapter { get; init; }

    /// <summary>The interface through which an <see cref="ICapabilityHolder"/> becomes castable to <see cref="Interface"/> and <see cref="BaseInterfaces"/>.</summary>
    public required RuntimeTypeHandle Shim { get; init; }

    /// <summary>The block of that name in any case, or null.</summary>
    /// <param name="name">The block's name.</param>
    public BlockDescriptor? FindBlock(string name)
        => Blocks.FirstOrDefault(block => block.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
