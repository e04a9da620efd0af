using System.Reflection;
using System.Runtime.CompilerServices;

namespace Immy.Typed.Conversion;

/// <summary>One property of a contract's record, which a hashtable fills by its name.</summary>
internal sealed class RecordField
{
    private readonly TryRead _read;

    public RecordField(PropertyInfo property, ParameterInfo? parameter)
    {
        Property = property;
        Parameter = parameter;
        IsRequired = parameter is { HasDefaultValue: false } || property.IsDefined(typeof(RequiredMemberAttribute));
        MayBeNull = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || (!property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).WriteState != NullabilityState.NotNull);
        _read = typeof(RecordField).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(property.PropertyType).CreateDelegate<TryRead>();
    }

    private delegate bool TryRead(object value, out object? result);

    public string Name => Property.Name;

    public PropertyInfo Property { get; }

    /// <summary>The constructor's parameter that sets it; null where the property is set itself.</summary>
    public ParameterInfo? Parameter { get; }

    public bool IsRequired { get; }

    public bool MayBeNull { get; }

    public bool TryConvert(object value, out object? result) => _read(value, out result);

    private static bool Read<T>(object value, out object? result)
    {
        var isRight = ResultConverter<T>.TryConvertDeep(value, out var converted);
        result = converted;
        return isRight;
    }
}
