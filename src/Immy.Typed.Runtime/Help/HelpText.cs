using System.Globalization;
using System.Management.Automation;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Cmdlets;

namespace Immy.Typed.Help;

/// <summary>Fills the help object that the engine builds from a cmdlet's parameters with what the documentation says.</summary>
internal sealed class HelpText(CapabilityCatalog catalog)
{
    private const string BuiltByEngine = "ExtendedCmdletHelpInfo";
    private const string Documented = "MamlCommandHelpInfo";

    /// <summary>Fills the help of a cmdlet, or of one of its parameters.</summary>
    public void Fill(PSObject help, Type command)
    {
        if (help.TypeNames.Contains(BuiltByEngine + "#parameter"))
        {
            if (FillParameter(help, command))
            {
                ShowAsDocumented(help);
            }
        }
        else if (CommandDocumentation.Summary(command) is { Length: > 0 } summary)
        {
            Set(help, "Synopsis", summary);
            if (help.TypeNames.Contains(BuiltByEngine) && help.Properties["details"]?.Value is PSObject details)
            {
                Set(details, "description", Paragraphs(summary));
                FillCommand(help, command);
            }
        }
    }

    private void FillCommand(PSObject help, Type command)
    {
        Set(help, "description", Paragraphs(Description(command)));
        Set(help, "examples", Examples(command));
        if (help.Properties["parameters"]?.Value is PSObject parameters && parameters.Properties["parameter"]?.Value is object[] list)
        {
            foreach (var parameter in list.OfType<PSObject>())
            {
                FillParameter(parameter, command);
            }
        }

        ShowAsDocumented(help);
    }

    // The engine shows synopsis, description and paragraphs of documented commands only.
    private static void ShowAsDocumented(PSObject help)
    {
        var names = help.TypeNames.Select(static name => name.Replace(BuiltByEngine, Documented, StringComparison.Ordinal)).ToArray();
        help.TypeNames.Clear();
        foreach (var name in names)
        {
            help.TypeNames.Add(name);
        }
    }

    private bool FillParameter(PSObject parameter, Type command)
    {
        if (parameter.Properties["name"]?.Value is not string name)
        {
            return false;
        }

        var text = CommandDocumentation.Parameter(command, name);
        if (text.Length == 0)
        {
            text = BlockHelp.Of(CapabilitiesOf(command), name);
        }

        if (text.Length == 0)
        {
            return false;
        }

        Set(parameter, "description", Paragraphs(text));
        return true;
    }

    private string Description(Type command)
    {
        var remarks = CommandDocumentation.Remarks(command);
        return command == typeof(AddDynamicIntegrationCapabilityCommand)
            ? $"{remarks}\nThe interfaces with their blocks; those in brackets may be left out:\n{BlockHelp.Interfaces(catalog)}".TrimStart()
            : remarks;
    }

    private IEnumerable<CapabilityDescriptor> CapabilitiesOf(Type command)
        => command == typeof(AddDynamicIntegrationCapabilityCommand) ? catalog.Capabilities.Where(static capability => !capability.IsRoot)
            : command == typeof(NewDynamicIntegrationCommand) ? [catalog.Root]
            : [];

    // In the shape that the engine's views know.
    private static PSObject Examples(Type command)
    {
        var examples = new PSObject();
        Set(examples, "example", CommandDocumentation.Examples(command).Select(static (example, index) =>
        {
            var shown = new PSObject();
            Set(shown, "title", string.Create(CultureInfo.InvariantCulture, $"---------- EXAMPLE {index + 1} ----------"));
            Set(shown, "introduction", example.Introduction.Length == 0 ? [] : new[] { Paragraph(example.Introduction + "\n\n") });
            Set(shown, "code", example.Code);
            Set(shown, "remarks", Array.Empty<PSObject>());
            return shown;
        }).ToArray());
        return examples;
    }

    private static PSObject[] Paragraphs(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Paragraph)];

    private static PSObject Paragraph(string text)
    {
        var paragraph = new PSObject();
        paragraph.TypeNames.Insert(0, "MamlParaTextItem");
        paragraph.Properties.Add(new PSNoteProperty("Text", text));
        return paragraph;
    }

    private static void Set(PSObject target, string name, object value)
    {
        target.Properties.Remove(name);
        target.Properties.Add(new PSNoteProperty(name, value));
    }
}
