namespace Immy.Typed;

/// <summary>
/// Marks a dictionary parameter whose entries are the named arguments of the script block, instead of the
/// dictionary being one argument. <c>Init</c> uses it: the block's own <c>param()</c> is the configuration form.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlockArgumentsAttribute : Attribute;
