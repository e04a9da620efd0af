using System.Reflection;
using Immy.Typed.Integrations;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>
/// Scripts name every public type of the process. So ours have no public static state: nothing that can be set, and
/// nothing that can be changed where it stands.
/// </summary>
public sealed class PublicStateTests
{
    private const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Assemblies() => [.. Ours.Keys];

    private static Dictionary<string, Assembly> Ours { get; } = new Assembly[] { typeof(IProvider).Assembly, typeof(DynamicIntegration).Assembly, typeof(BundledIntegrations).Assembly }
        .ToDictionary(static assembly => assembly.GetName().Name!);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_public_static_can_be_set(string assembly) => Assert.Empty(
        Types(assembly).SelectMany(static type => type.GetProperties(PublicStatic).Where(static property => property.SetMethod?.IsPublic == true).Cast<MemberInfo>()
            .Concat(type.GetFields(PublicStatic).Where(static field => !field.IsInitOnly && !field.IsLiteral))
            .Concat(type.GetEvents(PublicStatic)))
            .Select(Name));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_public_static_holds_what_can_be_changed(string assembly) => Assert.Empty(
        Types(assembly).SelectMany(static type => type.GetProperties(PublicStatic).Select(static property => (Member: (MemberInfo)property, property.PropertyType, Value: property.GetValue(null)))
            .Concat(type.GetFields(PublicStatic).Select(static field => (Member: (MemberInfo)field, PropertyType: field.FieldType, Value: field.GetValue(null)))))
            .Where(static member => member.Value is not null && !IsFixed(member.Value.GetType()))
            .Select(static member => $"{Name(member.Member)}: {member.Value!.GetType()}"));

    [Fact]
    public void A_type_that_can_be_changed_is_told()
    {
        Assert.False(IsFixed(typeof(int[])));
        Assert.False(IsFixed(typeof(Dictionary<string, string>)));
        Assert.False(IsFixed(typeof(System.Text.StringBuilder)));
        Assert.False(IsFixed(typeof(HttpClient)));
        Assert.True(IsFixed(typeof(string)));
        Assert.True(IsFixed(typeof(Problems.ScriptLocation)));
    }

    private static IEnumerable<Type> Types(string assembly) => Ours[assembly].GetTypes().Where(static type => !type.ContainsGenericParameters && (type.IsPublic || type.IsNestedPublic));

    private static string Name(MemberInfo member) => $"{member.DeclaringType}.{member.Name}";

    // A value, or an object of which every public property is one and none can be set after it was made.
    private static bool IsFixed(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(TimeSpan) || type == typeof(Version) || type == typeof(Guid)
        || (!type.IsArray && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
            && Array.TrueForAll(type.GetFields(BindingFlags.Public | BindingFlags.Instance), static field => field.IsInitOnly)
            && Array.TrueForAll(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), static property => !IsSettable(property) && IsReadOnly(property.PropertyType))
            && !Array.Exists(type.GetMethods(BindingFlags.Public | BindingFlags.Instance), static method => method is { IsSpecialName: false, Name: not "Deconstruct" } && method.ReturnType == typeof(void)));

    private static bool IsSettable(PropertyInfo property)
        => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool IsReadOnly(Type type) => (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(IReadOnlyList<>) || open == typeof(IReadOnlyDictionary<,>) || open == typeof(Nullable<>))) || type == typeof(Type) || IsFixed(type);
}
