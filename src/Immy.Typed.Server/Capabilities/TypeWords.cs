using System.Collections;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Types of contracts in words, for people who write JSON.</summary>
internal static class TypeWords
{
    public static string Of(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(string) => "a text",
            _ when bare == typeof(bool) => "true or false",
            _ when bare == typeof(int) || bare == typeof(long) || bare == typeof(short) || bare == typeof(byte) => "a whole number",
            _ when bare == typeof(double) || bare == typeof(decimal) || bare == typeof(float) => "a number",
            _ when bare == typeof(TimeSpan) => "a span of time such as \"01:30:00\"",
            _ when bare == typeof(Version) => "a version such as \"1.2.3\"",
            _ when bare == typeof(Uri) => "an address such as \"https://example.com\"",
            _ when bare == typeof(Guid) => "an id such as \"0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e\"",
            _ when bare == typeof(DateTime) || bare == typeof(DateTimeOffset) => "a time such as \"2026-11-25T08:00:00Z\"",
            _ when bare == typeof(object) => "any JSON value",
            _ when bare.IsEnum => $"one of {string.Join(", ", Enum.GetNames(bare))}",
            _ when bare.IsArray => $"a list, each item {Of(bare.GetElementType()!)}",
            _ when bare != typeof(string) && typeof(IEnumerable).IsAssignableFrom(bare) && bare.GetGenericArguments() is [var item] => $"a list, each item {Of(item)}",
            _ => $"an object of {bare.Name}",
        };
    }
}
