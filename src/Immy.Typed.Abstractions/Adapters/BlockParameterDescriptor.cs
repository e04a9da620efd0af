namespace Immy.Typed.Adapters;

/// <summary>One parameter of a capability's method: a named argument of the script block.</summary>
public sealed class BlockParameterDescriptor
{
    /// <summary>The name, as the contract spells it; scripts may spell it in any case.</summary>
    public required string Name { get; init; }

    /// <summary>The type of the value that the host passes.</summary>
    public required Type Type { get; init; }

    /// <summary>True when the host may pass null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>True when the contract gives a default, <see cref="DefaultValue"/>.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The contract's default value.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>True when this dictionary's entries are the arguments, see <see cref="BlockArgumentsAttribute"/>.</summary>
    public bool IsArguments { get; init; }

    /// <summary>What the parameter means, from its XML documentation.</summary>
    public string Summary { get; init; } = "";
}
