using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Immy.Typed.Problems;

namespace Immy.Typed.Server.Hosting.Configuration;

/// <summary>Holds a section of the configuration against the class that it is read into: each key must be a setting, each value must be readable.</summary>
internal static class SectionCheck
{
    public static void Check(IConfigurationSection section, Type type, List<string> errors)
    {
        var settings = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsSetting).ToDictionary(static property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!settings.TryGetValue(child.Key, out var setting))
            {
                errors.Add(NearestName.Of(child.Key, settings.Keys) is { } nearest
                    ? $"{child.Path} is no setting. Did you mean '{section.Path}:{nearest}'?"
                    : $"{child.Path} is no setting. {section.Path} has: {string.Join(", ", settings.Keys.Order(StringComparer.Ordinal))}.");
                continue;
            }

            CheckValue(child, Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType, errors);
        }
    }

    private static void CheckValue(IConfigurationSection value, Type type, List<string> errors)
    {
        if (ElementOf(type) is { } element)
        {
            foreach (var item in value.GetChildren())
            {
                CheckValue(item, element, errors);
            }
        }
        else if (!IsPlain(type))
        {
            Check(value, type, errors);
        }
        else if (value.Value is not { } text)
        {
            errors.Add($"{value.Path} has settings below it, but it is a single value. Write {Expected(type)}.");
        }
        else if (type == typeof(TimeSpan) && int.TryParse(text, CultureInfo.InvariantCulture, out var days))
        {
            // What .NET takes for days is hardly ever meant so.
            errors.Add($"{value.Path} is '{text}', which is {days} days. Write {Expected(type)}, or {days}.00:00:00 where days are meant.");
        }
        else if (!CanRead(text, type))
        {
            errors.Add($"{value.Path} is '{text}'. Write {Expected(type)}.");
        }
    }

    private static bool IsSetting(PropertyInfo property) => property.GetIndexParameters().Length == 0 && (property.SetMethod is { IsPublic: true } || !IsPlain(property.PropertyType));

    private static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type.IsValueType || type == typeof(Uri);

    private static Type? ElementOf(Type type) => type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) ? null
        : type.IsArray ? type.GetElementType()
        : type.IsGenericType ? type.GetGenericArguments()[^1]
        : null;

    // As the binder of .NET reads it.
    private static bool CanRead(string text, Type type)
    {
        try
        {
            return type == typeof(string) || TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is not null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Expected(Type type) => type == typeof(TimeSpan) ? "a time such as 00:20:00 (hours:minutes:seconds)"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(double) || type == typeof(float) || type == typeof(decimal) ? "a number such as 0.2"
        : type.IsPrimitive ? "a whole number"
        : $"a {type.Name}";
}
