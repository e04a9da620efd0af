using System.Management.Automation;

namespace Immy.Typed.ScriptAttributes;

/// <summary><c>[Dropdown({ 'a', 'b' })]</c>: the choices of a parameter of Init come from a script block.</summary>
/// <param name="choices">Writes the choices.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class DropdownAttribute(ScriptBlock choices) : Attribute
{
    /// <summary>Writes the choices.</summary>
    public ScriptBlock Choices { get; } = choices;
}
