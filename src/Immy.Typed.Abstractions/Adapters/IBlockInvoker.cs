namespace Immy.Typed.Adapters;

/// <summary>Runs script blocks for generated adapters: the one door between a contract and the session behind it.</summary>
public interface IBlockInvoker
{
    /// <summary>True when the script gave this block.</summary>
    /// <param name="block">The block.</param>
    bool HasBlock(BlockDescriptor block);

    /// <summary>Runs a block that owes nothing.</summary>
    /// <param name="block">The block.</param>
    /// <param name="arguments">The arguments in the order of the block's parameters.</param>
    /// <param name="cancellationToken">Stops the script.</param>
    Task InvokeAsync(BlockDescriptor block, object?[] arguments, CancellationToken cancellationToken);

    /// <summary>Runs a block that owes one object.</summary>
    /// <typeparam name="T">The contract's result type.</typeparam>
    /// <param name="block">The block.</param>
    /// <param name="arguments">The arguments in the order of the block's parameters.</param>
    /// <param name="cancellationToken">Stops the script.</param>
    Task<T> InvokeAsync<T>(BlockDescriptor block, object?[] arguments, CancellationToken cancellationToken);

    /// <summary>Runs a block that owes a list; each object arrives as the script writes it.</summary>
    /// <typeparam name="T">The type of each object.</typeparam>
    /// <param name="block">The block.</param>
    /// <param name="arguments">The arguments in the order of the block's parameters.</param>
    /// <param name="cancellationToken">Stops the script; so does leaving the enumeration early.</param>
    IAsyncEnumerable<T> StreamAsync<T>(BlockDescriptor block, object?[] arguments, CancellationToken cancellationToken);
}
