using Immy.Typed.Capabilities;
using Immy.Typed.Hosting;
using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Capabilities that come from assemblies of contributors.</summary>
internal static class Contributors
{
    /// <summary>Adds the capabilities of the configured files.</summary>
    /// <exception cref="StartException">A file contributes none; the message says why.</exception>
    public static void AddContributors(this ImmyTypedBuilder immy, ServerOptions options)
    {
        foreach (var file in options.CapabilityAssemblies)
        {
            try
            {
                immy.AddCapabilities(CapabilityAssembly.Load(Path.GetFullPath(file)));
            }
            catch (CapabilityAssemblyException exception)
            {
                throw new StartException($"Server:CapabilityAssemblies names {file}, which cannot be used. {exception.Message}");
            }
        }
    }
}
