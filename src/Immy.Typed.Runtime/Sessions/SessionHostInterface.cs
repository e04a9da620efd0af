using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using System.Text;
using Immy.Typed.Problems;
using Immy.Typed.Streams;

namespace Immy.Typed.Sessions;

/// <summary>Collects host output line by line; every question is answered by an error that says where the value belongs.</summary>
internal sealed class SessionHostInterface(StreamWatcher streams) : PSHostUserInterface
{
    private readonly StringBuilder _line = new();
    private string? _informed;

    public override PSHostRawUserInterface? RawUI => null;

    public static ProblemException NobodyAnswers(string question) => new(BlockProblems.ReadsFromHost(question));

    public void Flush()
    {
        if (_line.Length > 0)
        {
            WriteLine("");
        }
    }

    public override void Write(string value)
    {
        _informed = null;
        _line.Append(value);
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    // Where information is shown, the engine writes the record's text here as well, right after it told of the record.
    public override void WriteInformation(InformationRecord record) => _informed = record.MessageData is HostInformationMessage ? null : record.ToString();

    public override void WriteLine(string value)
    {
        if (Interlocked.Exchange(ref _informed, null) == value)
        {
            return;
        }

        var text = _line.Append(value).ToString();
        _line.Clear();

        // Formatting colours its text for a terminal; a log has no use for that.
        streams.Write(StreamKind.Host, new StringDecorated(text).ToString(OutputRendering.PlainText).TrimEnd('\r', '\n'), null, null);
    }

    // These arrive as stream records already.
    public override void WriteErrorLine(string value)
    {
    }

    public override void WriteDebugLine(string message)
    {
    }

    public override void WriteVerboseLine(string message)
    {
    }

    public override void WriteWarningLine(string message)
    {
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw NobodyAnswers("a line");

    public override SecureString ReadLineAsSecureString() => throw NobodyAnswers("a secret line");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        var asked = string.Join(", ", descriptions.Select(static field => $"'{field.Name}'"));

        // With a caption the engine asks for a mandatory parameter; it turns a HostException into its own clear error.
        throw string.IsNullOrEmpty(caption) ? NobodyAnswers(asked) : new HostException($"Nobody is there to be asked for {asked}.");
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        => throw NobodyAnswers("a choice");

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        => throw NobodyAnswers("a credential");

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
        => throw NobodyAnswers("a credential");
}
