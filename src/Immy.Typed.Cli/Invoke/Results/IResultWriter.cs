namespace Immy.Typed.Cli.Invoke.Results;

/// <summary>Writes a block's result to standard output.</summary>
internal interface IResultWriter
{
    /// <summary>Takes the records of a list as they arrive.</summary>
    Task ReceiveAsync(IAsyncEnumerable<object?> records, CancellationToken cancellationToken);

    /// <summary>Takes a single result.</summary>
    void Receive(object? value);

    /// <summary>Writes what is still to be written.</summary>
    /// <param name="isWhole">False when the block failed: what came before is kept.</param>
    void Complete(bool isWhole);
}
