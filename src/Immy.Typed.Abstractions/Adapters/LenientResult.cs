namespace Immy.Typed.Adapters;

/// <summary>Understands what a script wrote in place of a result, for a type that is an <see cref="ILenientResult{TSelf}"/>.</summary>
public abstract class LenientResult
{
    /// <summary>The reader for one result type.</summary>
    /// <typeparam name="T">The result type.</typeparam>
    public static LenientResult Of<T>()
        where T : class, ILenientResult<T>
        => new Reader<T>();

    /// <summary>True when a block that wrote nothing needs no warning.</summary>
    public abstract bool NothingIsUsual { get; }

    /// <summary>The result that nothing means, or null.</summary>
    public abstract object? FromNothing();

    /// <summary>The result that a value of another type means, or null.</summary>
    /// <param name="value">What the script wrote.</param>
    public abstract object? FromOther(object value);

    private sealed class Reader<T> : LenientResult
        where T : class, ILenientResult<T>
    {
        public override bool NothingIsUsual => T.NothingIsUsual;

        public override object? FromNothing() => T.FromNothing();

        public override object? FromOther(object value) => T.FromOther(value);
    }
}
