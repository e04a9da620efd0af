using System.Reflection;
using System.Runtime.Loader;

namespace Immy.Typed.Capabilities;

/// <summary>Holds one capability assembly with the dependencies that it brings along.</summary>
internal sealed class CapabilityLoadContext(string file) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(file))
{
    private static readonly string[] SharedPrefixes = ["Immy.Typed.", "System.", "Microsoft."];
    private static readonly AssemblyLoadContext Host = GetLoadContext(typeof(CapabilityLoadContext).Assembly)!;
    private readonly AssemblyDependencyResolver? _resolver = Resolver(file);

    /// <summary>The assembly of the file itself; the host's own where the host has it already.</summary>
    /// <param name="name">Its name.</param>
    public Assembly LoadMain(AssemblyName name) => OfHost(name) ?? LoadFromAssemblyPath(file);

    // The host's is taken in whatever version it is: two copies would have two sets of types.
    protected override Assembly? Load(AssemblyName assemblyName)
        => OfHost(assemblyName) ?? (PathOf(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null);

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
        => _resolver?.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    private static Assembly? OfHost(AssemblyName name)
    {
        if (!SharedPrefixes.Any(prefix => name.Name!.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return null;
        }

        try
        {
            return Host.LoadFromAssemblyName(new AssemblyName(name.Name!));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static AssemblyDependencyResolver? Resolver(string file)
    {
        try
        {
            return new(file);
        }
        catch (InvalidOperationException)
        {
            // Its .deps.json names packages that are not beside it. Those that the host shares are not needed there.
            return null;
        }
    }

    private string? PathOf(AssemblyName name)
    {
        var beside = Path.Combine(Path.GetDirectoryName(file)!, name.Name + ".dll");
        return _resolver?.ResolveAssemblyToPath(name) ?? (File.Exists(beside) ? beside : null);
    }
}
