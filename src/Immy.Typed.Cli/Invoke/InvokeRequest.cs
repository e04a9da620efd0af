using System.CommandLine;
using Immy.Typed.Capabilities;
using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Cli.Invoke.Arguments;
using Immy.Typed.Cli.Output;
using Immy.Typed.Computers;
using Immy.Typed.Integrations;
using Immy.Typed.Modules;

namespace Immy.Typed.Cli.Invoke;

/// <summary>What <c>immy invoke</c> was asked for, read and checked before anything runs.</summary>
internal sealed record InvokeRequest
{
    public required IntegrationSource Source { get; init; }

    public required CapabilityCatalog Catalog { get; init; }

    public required BlockName Block { get; init; }

    public required FormValues Form { get; init; }

    /// <summary>The block's arguments in the order of its parameters.</summary>
    public required object?[] Arguments { get; init; }

    public IComputer? Computer { get; init; }

    public required OutputFormat Format { get; init; }

    /// <exception cref="UsageException">Something on the command line is wrong.</exception>
    public static InvokeRequest Read(ParseResult parsed, InvokeOptions options, CliStreams streams)
    {
        var script = parsed.GetRequiredValue(options.Script);
        var catalog = options.Contracts.ReadCatalog(parsed);
        var block = BlockName.Parse(parsed.GetRequiredValue(options.Block), catalog);
        var form = FormValues.Read(parsed.GetValue(options.Parameters) ?? [], parsed.GetValue(options.Secrets) ?? []);
        return new()
        {
            Source = new()
            {
                Name = Path.GetFileNameWithoutExtension(script),
                FileName = script,
                Script = UserFile.Read("script", script),
                Modules = Modules(parsed.GetValue(options.Modules) ?? []),
            },
            Catalog = catalog,
            Block = block,
            Form = form,
            Arguments = BlockArguments.Read(block.Descriptor, parsed.GetValue(options.Arguments) ?? [], form),
            Computer = parsed.GetValue(options.Computer) is { } file ? ComputerFile.Read(file) : null,
            Format = options.Format.Read(parsed) ?? (streams.IsOutTerminal ? OutputFormat.Table : OutputFormat.Json),
        };
    }

    private static ModuleLibrary Modules(IEnumerable<string> folders)
    {
        var bundled = new BundledIntegrations().Modules.Aggregate(ModuleLibrary.Empty, static (library, module) => library.With(module.Key, module.Value));
        return folders.Aggregate(bundled, static (library, folder) => library.With(FromFolder(folder)));
    }

    private static ModuleLibrary FromFolder(string folder)
    {
        try
        {
            return ModuleLibrary.FromFolder(folder);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message.Split(" (Parameter", 2)[0]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }
    }
}
