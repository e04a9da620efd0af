using System.CommandLine;
using Immy.Typed.Capabilities;
using Immy.Typed.Cli.CommandLine;

namespace Immy.Typed.Cli.Capabilities;

/// <summary><c>--contracts DLL</c>: assemblies whose capabilities are added to the shipped ones.</summary>
internal sealed class ContractsOption : Option<string[]>
{
    public ContractsOption()
        : base("--contracts")
    {
        Description = "A DLL that declares capabilities of its own, compiled with the generator. May be given several times.";
        HelpName = "DLL";
    }

    /// <summary>The shipped capabilities and those of the assemblies that are named.</summary>
    /// <exception cref="UsageException">An assembly cannot contribute, or two contribute one name.</exception>
    public CapabilityCatalog ReadCatalog(ParseResult parsed)
    {
        var paths = parsed.GetValue(this) ?? [];
        if (paths.Length == 0)
        {
            return ShippedCapabilities.Catalog;
        }

        try
        {
            return new([ShippedCapabilities.List, .. paths.Select(CapabilityAssembly.Load).Distinct()]);
        }
        catch (CapabilityAssemblyException exception)
        {
            throw new UsageException(exception.Message);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
