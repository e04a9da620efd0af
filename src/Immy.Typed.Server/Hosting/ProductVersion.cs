using System.Reflection;

namespace Immy.Typed.Server.Hosting;

/// <summary>The version of this server, as its build says.</summary>
internal static class ProductVersion
{
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
