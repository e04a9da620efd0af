namespace Immy.Typed.Generators.Model;

/// <summary>How many objects a block owes; the names are those of <c>Immy.Typed.Adapters.ResultShape</c>.</summary>
internal enum Shape
{
    /// <summary>None.</summary>
    Nothing,

    /// <summary>One.</summary>
    Scalar,

    /// <summary>Any number.</summary>
    List,
}
