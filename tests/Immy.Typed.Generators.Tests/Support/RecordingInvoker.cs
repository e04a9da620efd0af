using Immy.Typed.Adapters;

namespace Immy.Typed.Generators.Tests.Support;

/// <summary>Stands for a session: has the given blocks, answers each call and remembers it.</summary>
internal sealed class RecordingInvoker(params string[] blocks) : IBlockInvoker
{
    public List<string> Calls { get; } = [];

    public object? Answer { get; set; }

    public CancellationToken Token { get; private set; }

    public bool HasBlock(BlockDescriptor block) => blocks.Contains(block.Name);

    public Task InvokeAsync(BlockDescriptor block, object?[] arguments, CancellationToken cancellationToken)
        => InvokeAsync<object?>(block, arguments, cancellationToken);

    public Task<T> InvokeAsync<T>(BlockDescriptor block, object?[] arguments, CancellationToken cancellationToken)
    {
        Calls.Add($"{block.Name}({string.Join(", ", arguments.Select(static argument => argument ?? "null"))})");
        Token = cancellationToken;
        return Task.FromResult((T)Answer!);
    }

    public async IAsyncEnumerable<T> StreamAsync<T>(
        BlockDescriptor block,
        object?[] arguments,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in (T[])(await InvokeAsync<object>(block, arguments, cancellationToken)))
        {
            yield return item;
        }
    }
}
