using System.Collections;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Immy.Typed.Computers;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Server.Computers;

/// <summary>
/// A script with its arguments and variables in one text, which an agent can run, and its results in the one text that
/// comes back: each as JSON between marks, so that whatever else the agent or a profile writes is told apart.
/// </summary>
internal sealed class AgentEnvelope
{
    private const string Template = "envelope.ps1";
    private const int Deepest = 10;
    private const int MostShown = 200;

    private AgentEnvelope(string name, string script) => (Name, Script) = (name, script);

    /// <summary>A name that no other has.</summary>
    public string Name { get; }

    /// <summary>What the agent is to run.</summary>
    public string Script { get; }

    private string Mark => "#" + Name;

    public static AgentEnvelope Of(ComputerCommand command)
    {
        var name = "immy-" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        var request = new Hashtable { ["Script"] = command.Script, ["Arguments"] = command.Arguments.ToArray(), ["Variables"] = new Hashtable(command.Variables.ToDictionary()) };
        using var template = new StreamReader(typeof(AgentEnvelope).Assembly.GetManifestResourceStream(Template)!);

        // Windows PowerShell 5.1 reads no JSON as tables, but what the engine itself writes.
        var written = Convert.ToBase64String(Encoding.UTF8.GetBytes(PSSerializer.Serialize(request, Deepest)));
        return new(name, template.ReadToEnd().Replace("{mark}", "#" + name, StringComparison.Ordinal).Replace("{request}", written, StringComparison.Ordinal));
    }

    /// <summary>What the script wrote, of what came back.</summary>
    public ComputerResult Open(string answer)
    {
        var output = new List<object?>();
        var warnings = new List<string>();
        string? error = null;
        var isWhole = false;
        foreach (Match part in Regex.Matches(answer, Regex.Escape(Mark) + @":([OWE.]):([A-Za-z0-9+/=\s]*);"))
        {
            if (JsonOf(part.Groups[2].Value) is not { } json)
            {
                return new ComputerResult(output, WhyNotWhole(answer), warnings);
            }

            switch (part.Groups[1].Value)
            {
                case "O":
                    output.Add(JsonObject.ConvertFromJson(json, out _));
                    break;
                case "W":
                    warnings.Add(JsonSerializer.Deserialize<string>(json)!);
                    break;
                case "E":
                    error = JsonSerializer.Deserialize<string>(json);
                    break;
                default:
                    isWhole = true;
                    break;
            }
        }

        return new ComputerResult(output, isWhole ? error : WhyNotWhole(answer), warnings);
    }

    // The remote system may have cut it in the middle of a word.
    private static string? JsonOf(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private string WhyNotWhole(string answer) => answer.Contains(Mark, StringComparison.Ordinal)
        ? "the end of what the script wrote is missing: it called exit, its time was up, or the remote system cut the text. What came before is kept."
        : $"RunScript gave nothing that the script wrote, but '{(answer.Length > MostShown ? string.Concat(answer.AsSpan(0, MostShown), "…") : answer).Trim()}'. It must wait for the script's end and give all of its output, not the id of a job.";
}
