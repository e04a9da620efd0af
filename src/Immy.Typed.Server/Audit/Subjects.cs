using System.Text.RegularExpressions;
using Immy.Typed.Server.Security.People;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Immy.Typed.Server.Audit;

/// <summary>How entries name what they are about.</summary>
internal static partial class Subjects
{
    private static readonly string[] Names = ["Name", nameof(Person.UserName)];

    /// <summary>A kind of thing as the API names it: <c>provider-link</c>.</summary>
    public static string NameOf(Type type)
        => type == typeof(Person) ? "user" : Words.Replace(type.Name.StartsWith("Remote", StringComparison.Ordinal) ? type.Name["Remote".Length..] : type.Name, "-$0").ToLowerInvariant();

    /// <summary>The name of a thing, where it has one.</summary>
    public static string? NameOf(EntityEntry entry)
        => Names.Where(name => entry.Metadata.FindProperty(name) is not null).Select(name => entry.Property(name).CurrentValue?.ToString()).FirstOrDefault();

    [GeneratedRegex("(?<!^)[A-Z](?=[a-z])")]
    private static partial Regex Words { get; }
}
