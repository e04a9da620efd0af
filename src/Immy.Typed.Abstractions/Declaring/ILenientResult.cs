namespace Immy.Typed;

/// <summary>
/// A result type that can also be understood from less than an object of its own: from nothing at all,
/// or from a value that scripts commonly write in its place.
/// </summary>
/// <typeparam name="TSelf">The result type itself.</typeparam>
public interface ILenientResult<TSelf>
    where TSelf : class, ILenientResult<TSelf>
{
    /// <summary>True when writing nothing is a usual way to say this; false when it deserves a warning.</summary>
    static virtual bool NothingIsUsual => false;

    /// <summary>The result that a block which wrote nothing means; null when nothing is an error.</summary>
    static abstract TSelf? FromNothing();

    /// <summary>The result that <paramref name="value"/> means; null when it means none.</summary>
    static abstract TSelf? FromOther(object value);
}
