namespace Immy.Typed.Generators.Model;

/// <summary>One parameter of a block.</summary>
/// <param name="Name">The name in C#, escaped where it is a keyword.</param>
/// <param name="ScriptName">The name as scripts write it.</param>
/// <param name="Type">The type with its nullable annotation.</param>
/// <param name="BareType">The type as <c>typeof</c> takes it.</param>
/// <param name="IsNullable">Whether null may be passed.</param>
/// <param name="IsCancellation">Whether it is the token that stops the script.</param>
/// <param name="IsArguments">Whether its entries are the block's arguments.</param>
/// <param name="Default">The default value as a C# expression, or null.</param>
/// <param name="Summary">Its documentation as plain text.</param>
internal sealed record ParameterModel(
    string Name,
    string ScriptName,
    string Type,
    string BareType,
    bool IsNullable,
    bool IsCancellation,
    bool IsArguments,
    string? Default,
    string Summary);
