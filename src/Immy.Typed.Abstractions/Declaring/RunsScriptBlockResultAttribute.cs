namespace Immy.Typed;

/// <summary>A script block that this block writes is run in its place, once, and what that one writes is the result.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RunsScriptBlockResultAttribute : Attribute;
