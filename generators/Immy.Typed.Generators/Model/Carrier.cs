namespace Immy.Typed.Generators.Model;

/// <summary>What stands around a result in a member's signature.</summary>
internal enum Carrier
{
    /// <summary>Nothing: the member returns when the script has run.</summary>
    None,

    /// <summary>A task.</summary>
    Task,

    /// <summary>A value task.</summary>
    ValueTask,

    /// <summary>A stream of objects.</summary>
    Stream,
}
