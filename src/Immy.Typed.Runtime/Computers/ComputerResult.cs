namespace Immy.Typed.Computers;

/// <summary>What a script wrote on a computer.</summary>
/// <param name="Output">The objects, in order.</param>
/// <param name="Error">The error that ended it, or null.</param>
/// <param name="Warnings">Errors and warnings that did not end it.</param>
public sealed record ComputerResult(IReadOnlyList<object?> Output, string? Error = null, IReadOnlyList<string>? Warnings = null);
