namespace Immy.Typed.Cli.Output;

/// <summary>Contract types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "nothing",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    /// <summary>The type's short name.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isNullable">True to add a question mark.</param>
    public static string Of(Type type, bool isNullable = false)
    {
        if (isNullable)
        {
            return Of(Nullable.GetUnderlyingType(type) ?? type) + "?";
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        return Keywords.TryGetValue(type, out var keyword)
            ? keyword
            : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(static argument => Of(argument)))}>" : type.Name;
    }
}
