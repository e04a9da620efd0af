using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Immy.Typed.Cli.CommandLine;

/// <summary>The usual help, and below it the details that are too long for the list of commands.</summary>
internal sealed class DetailedHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Puts it in the place of a root command's usual help.</summary>
    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new DetailedHelp((HelpAction)help.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DetailedCommand { Details: var details })
        {
            parseResult.InvocationConfiguration.Output.WriteLine(details);
        }

        return result;
    }
}
