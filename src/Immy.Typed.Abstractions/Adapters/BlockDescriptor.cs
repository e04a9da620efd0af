namespace Immy.Typed.Adapters;

/// <summary>One script block of a capability: its name, its parameters and what it owes.</summary>
public sealed class BlockDescriptor
{
    /// <summary>The simple name of the interface, for example <c>ISupportsListingClients</c>.</summary>
    public required string Capability { get; init; }

    /// <summary>The block's name: that of the method, or <c>get_Name</c> for a property.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The interface that declares the member: the capability's own, or one that it extends. Blocks of two capabilities are
    /// the same block where this and <see cref="Name"/> are the same.
    /// </summary>
    public required Type DeclaredBy { get; init; }

    /// <summary>True when a script must give the block; false when the interface has a default implementation.</summary>
    public required bool IsMandatory { get; init; }

    /// <summary>How many objects the block owes.</summary>
    public required ResultShape Shape { get; init; }

    /// <summary>The type of the object, or of each object of a list; <see cref="void"/> where nothing is owed.</summary>
    public required Type ResultType { get; init; }

    /// <summary>True when the block may write null or nothing.</summary>
    public bool IsResultNullable { get; init; }

    /// <summary>True when a script block that the block writes is run in its place.</summary>
    public bool RunsScriptBlockResult { get; init; }

    /// <summary>How values that are not of the result type are understood, where the type says so.</summary>
    public LenientResult? Lenient { get; init; }

    /// <summary>The cmdlet or expression that makes objects of the result type, where there is one.</summary>
    public string? MadeBy { get; init; }

    /// <summary>The parameters in the contract's order, without the cancellation token.</summary>
    public required IReadOnlyList<BlockParameterDescriptor> Parameters { get; init; }

    /// <summary>
    /// Calls the method on an implementation of the interface with arguments in the order of <see cref="Parameters"/>.
    /// The result is null where nothing is owed; a list arrives as <see cref="IAsyncEnumerable{T}"/> of <see cref="object"/>.
    /// </summary>
    public required Func<object, object?[], CancellationToken, ValueTask<object?>> Call { get; init; }

    /// <summary>What the block does, from the method's XML documentation.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What the result means, from the method's XML documentation.</summary>
    public string Returns { get; init; } = "";

    /// <summary>Interface and block as a user names them, for example <c>ISupportsListingClients.GetClients</c>.</summary>
    public override string ToString() => $"{Capability}.{Name}";
}
