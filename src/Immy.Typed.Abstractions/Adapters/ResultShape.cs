namespace Immy.Typed.Adapters;

/// <summary>How many objects a script block owes its contract.</summary>
public enum ResultShape
{
    /// <summary>None: what the block writes is warned about.</summary>
    Nothing,

    /// <summary>One object.</summary>
    Scalar,

    /// <summary>Any number of objects, checked one by one as they are written.</summary>
    List,
}
