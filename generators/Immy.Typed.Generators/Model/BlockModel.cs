namespace Immy.Typed.Generators.Model;

/// <summary>One member of a capability interface: a script block.</summary>
/// <param name="Name">The block's name as scripts write it.</param>
/// <param name="Member">The member's name in C#, escaped where it is a keyword.</param>
/// <param name="Owner">The interface that declares the member, with <c>global::</c>.</param>
/// <param name="IsProperty">Whether the member is a property getter.</param>
/// <param name="IsMandatory">Whether a script must give the block.</param>
/// <param name="RunsScriptBlockResult">Whether a script block that it writes is run in its place.</param>
/// <param name="Result">What it owes.</param>
/// <param name="Parameters">Its parameters, the cancellation token among them.</param>
/// <param name="Summary">The member's documentation as plain text.</param>
/// <param name="Returns">The documentation of its result as plain text.</param>
internal sealed record BlockModel(
    string Name,
    string Member,
    string Owner,
    bool IsProperty,
    bool IsMandatory,
    bool RunsScriptBlockResult,
    ResultModel Result,
    EquatableArray<ParameterModel> Parameters,
    string Summary,
    string Returns)
{
    /// <summary>The block's name as generated members bear it.</summary>
    public string Identifier => IsProperty ? Name : Member;
}
