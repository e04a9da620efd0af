namespace Immy.Typed.Help;

/// <summary>What <c>Get-Help</c> knows of a command that scripts call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Remarks">What else is to know of it; often empty.</param>
/// <param name="Parameters">Its parameters, those with a position first. Blocks of capabilities are none of them.</param>
/// <param name="Examples">How it is used.</param>
public sealed record CommandHelp(
    string Name,
    IReadOnlyList<string> Aliases,
    string Summary,
    string Remarks,
    IReadOnlyList<CommandParameterHelp> Parameters,
    IReadOnlyList<CommandExample> Examples);
