using System.Collections.Concurrent;
using System.Reflection;
using Immy.Typed.Adapters;

namespace Immy.Typed.Capabilities;

/// <summary>Loads capabilities from the file of an assembly that the host does not reference.</summary>
public static class CapabilityAssembly
{
    // One file has one set of types in a process, however many hosts load it.
    private static readonly ConcurrentDictionary<string, ICapabilityList> Loaded = new(StringComparer.Ordinal);

    /// <summary>
    /// Loads an assembly that was compiled with the generator. Its dependencies come from beside it; what it shares with the
    /// host, which is <c>Immy.Typed.*</c>, <c>System.*</c> and <c>Microsoft.*</c>, comes from the host.
    /// A file is loaded once in a process: to use a new build of it, start a new process.
    /// </summary>
    /// <param name="path">The DLL.</param>
    /// <returns>What it contributes, for <c>AddImmyTyped().AddCapabilities(...)</c> or a <see cref="CapabilityCatalog"/>.</returns>
    /// <exception cref="CapabilityAssemblyException">The file contributes nothing that this host can use.</exception>
    public static ICapabilityList Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Loaded.GetOrAdd(Path.GetFullPath(path), static (file, given) => Read(file, new(given)), path);
    }

    private static ICapabilityList Read(string file, CapabilityAssemblyProblems problems)
    {
        var facts = AssemblyFacts.Read(file, problems);
        var ours = typeof(CapabilityListAttribute).Assembly.GetName();
        if (facts.References.FirstOrDefault(reference => reference.Name == ours.Name)?.Version is { } theirs && theirs.Major != ours.Version!.Major)
        {
            throw problems.OtherMajorVersion(ours.Name!, theirs, ours.Version);
        }

        if (!facts.HasList)
        {
            throw facts.MarkedInterface is { } marked ? problems.NoGenerator(marked) : problems.NoCapability();
        }

        var context = new CapabilityLoadContext(file);
        try
        {
            foreach (var reference in facts.References)
            {
                Resolve(context, reference, problems);
            }

            return Touched(CapabilityCatalog.ListOf(context.LoadMain(facts.Name)));
        }
        catch (Exception exception) when (exception is not CapabilityAssemblyException)
        {
            // Static constructors and activators wrap what went wrong.
            var cause = exception.GetBaseException();
            throw cause is FileNotFoundException { FileName: { } missing } && missing.Contains(", Version=", StringComparison.Ordinal)
                ? problems.MissingDependency(new AssemblyName(missing), cause)
                : problems.DoesNotFit(ours.Version!, cause);
        }
    }

    private static void Resolve(CapabilityLoadContext context, AssemblyName reference, CapabilityAssemblyProblems problems)
    {
        try
        {
            context.LoadFromAssemblyName(reference);
        }
        catch (FileNotFoundException exception)
        {
            throw problems.MissingDependency(reference, exception);
        }
    }

    // Types of signatures are resolved when they are first asked for: better now than in the middle of a call.
    private static ICapabilityList Touched(ICapabilityList list)
    {
        foreach (var capability in list.Capabilities)
        {
            capability.Interface.GetMethods();
            capability.CreateParameters();
        }

        return list;
    }
}
