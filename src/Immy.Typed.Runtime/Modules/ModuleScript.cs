namespace Immy.Typed.Modules;

/// <summary>A module script.</summary>
/// <param name="Name">The name that <c>Import-Module</c> takes.</param>
/// <param name="Script">Its text.</param>
/// <param name="FileName">The file name that messages show.</param>
public sealed record ModuleScript(string Name, string Script, string FileName);
