namespace Immy.Typed.Cli.Output;

/// <summary>Nobody reads the standard output any more.</summary>
internal sealed class OutputClosedException(Exception inner) : IOException("The standard output is closed.", inner);
