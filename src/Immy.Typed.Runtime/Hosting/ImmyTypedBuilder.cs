using System.Reflection;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Hosting;

/// <summary>Adds to what <c>AddImmyTyped</c> registered.</summary>
public sealed class ImmyTypedBuilder
{
    internal ImmyTypedBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds the capabilities that an assembly declares with <c>[Capability]</c>.</summary>
    /// <param name="assembly">An assembly that was compiled with the generator.</param>
    /// <exception cref="ArgumentException">The assembly contributes none.</exception>
    public ImmyTypedBuilder AddCapabilities(Assembly assembly) => AddCapabilities(CapabilityCatalog.ListOf(assembly));

    /// <summary>Adds a generated list of capabilities.</summary>
    /// <param name="list">The list, for example what <see cref="CapabilityAssembly.Load"/> found in a file.</param>
    public ImmyTypedBuilder AddCapabilities(ICapabilityList list)
    {
        Services.AddSingleton(list);
        return this;
    }

    /// <summary>Adds an observer of every call of every block.</summary>
    /// <typeparam name="T">The observer.</typeparam>
    public ImmyTypedBuilder AddRunObserver<T>()
        where T : class, IRunObserver
    {
        Services.AddSingleton<IRunObserver, T>();
        return this;
    }
}
