namespace Immy.Typed.Actions;

/// <summary>Something that an action lacks, said by the host, who knows what to set and where.</summary>
/// <param name="Message">What is missing, as a sentence.</param>
/// <param name="Mend">How to mend it, as a sentence.</param>
public sealed record ActionLack(string Message, string Mend);
