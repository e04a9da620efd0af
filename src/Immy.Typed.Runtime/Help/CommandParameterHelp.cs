namespace Immy.Typed.Help;

/// <summary>A parameter of a command that scripts call.</summary>
/// <param name="Name">Its name without the dash.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Summary">What it means.</param>
/// <param name="IsMandatory">True when every call must give it.</param>
/// <param name="Aliases">Its other names.</param>
public sealed record CommandParameterHelp(string Name, Type Type, string Summary, bool IsMandatory, IReadOnlyList<string> Aliases);
