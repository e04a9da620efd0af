using System.Globalization;
using System.Management.Automation;

namespace Immy.Typed.Calls;

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
