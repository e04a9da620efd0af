using System.Reflection;
using System.Runtime.Loader;
using Immy.Typed.Adapters;

namespace Immy.Typed.Generators.Tests.Support;

/// <summary>A generation, compiled and loaded.</summary>
internal sealed class EmittedAssembly(Assembly assembly)
{
    public static EmittedAssembly Of(Generation generation)
    {
        using var image = new MemoryStream();
        Assert.True(generation.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        return new(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    public CapabilityDescriptor this[string name]
        => Assert.Single(
            ((ICapabilityList)Activator.CreateInstance(assembly.GetCustomAttribute<CapabilityListAttribute>()!.List)!).Capabilities,
            capability => capability.Name == name);
}
