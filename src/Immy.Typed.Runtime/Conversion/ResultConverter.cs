using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Immy.Typed.Conversion;

/// <summary>Tells whether what a script wrote is what the contract owes, and gives it its type. Never depends on the culture.</summary>
/// <typeparam name="T">The contract's type.</typeparam>
internal static class ResultConverter<T>
{
    private static readonly Type Target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
    private static readonly Func<object, object?>? Composite = CompositeConverter.For(Target);

    /// <summary>True for text, numbers and other single values, which convert from their written form.</summary>
    public static bool IsPlain { get; } = Target == typeof(string) || Target.IsPrimitive || Target.IsEnum
        || Target == typeof(decimal) || Target == typeof(Guid) || Target == typeof(Version) || Target == typeof(Uri)
        || Target == typeof(TimeSpan) || Target == typeof(DateTime) || Target == typeof(DateTimeOffset);

    /// <summary>How a hashtable or a [pscustomobject] becomes the type; null where it cannot.</summary>
    public static RecordShape? Record { get; } = IsPlain || Composite is not null ? null : RecordShape.Of(Target);

    public static bool TryConvert(object? value, out T? result)
    {
        // Of a record the wrapper is all there is: what it wraps has no members.
        var bare = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        if (bare is T right)
        {
            result = right;
            return true;
        }

        result = default;
        if (bare is not null && Composite?.Invoke(bare) is T made)
        {
            result = made;
            return true;
        }

        return bare is not null && IsPlain && TryConvertPlain(bare, out result);
    }

    /// <summary>The same, also for a hashtable or a [pscustomobject] inside another one.</summary>
    public static bool TryConvertDeep(object? value, out T? result)
    {
        if (TryConvert(value, out result))
        {
            return true;
        }

        // A hashtable may hold itself.
        if (Record is not null && RuntimeHelpers.TryEnsureSufficientExecutionStack() && RecordShape.Read(value) is { } values && Record.Make(values, warn: null, out _) is T made)
        {
            result = made;
            return true;
        }

        return false;
    }

    private static bool TryConvertPlain(object bare, out T? result)
    {
        result = default;
        if (bare is not (IConvertible or Guid or Version or Uri or TimeSpan or DateTimeOffset))
        {
            return false;
        }

        if (Target == typeof(Version))
        {
            result = (T?)(object?)LenientValues.ToVersion(bare);
            return result is not null;
        }

        if (Target == typeof(bool))
        {
            var answer = LenientValues.ToBool(bare);
            result = answer is null ? default : (T)(object)answer.Value;
            return answer is not null;
        }

        if (!LanguagePrimitives.TryConvertTo(bare, Target, CultureInfo.InvariantCulture, out var converted))
        {
            return false;
        }

        result = (T)converted;
        return true;
    }
}
