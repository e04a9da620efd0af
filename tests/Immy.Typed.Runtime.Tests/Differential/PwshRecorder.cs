using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>Runs scripts in the process of a real <c>pwsh</c>, which loads this assembly, and writes down results and streams in their order.</summary>
public static class PwshRecorder
{
    /// <summary>Runs a script that takes its arguments as <c>$p</c>.</summary>
    /// <param name="shell">A shell of a fresh runspace.</param>
    /// <param name="script">The script.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>Every record and object, then how it ended.</returns>
    public static string[] Run(PowerShell shell, string script, object arguments)
    {
        ArgumentNullException.ThrowIfNull(shell);
        var lines = new List<string>();
        Watch(shell.Streams, lines);
        using var output = new PSDataCollection<PSObject?>();
        output.DataAdded += (_, added) => lines.Add($"Output {ValueText.Of(output[added.Index])}");
        var end = "ended";
        try
        {
            shell.AddScript(script).AddParameter("p", arguments).Invoke(null, output);
        }
        catch (RuntimeException exception)
        {
            end = $"threw {ErrorText(exception.ErrorRecord)}";
        }

        lines.Add(end);
        return [.. lines];
    }

    private static void Watch(PSDataStreams streams, List<string> lines)
    {
        var host = new StringBuilder();
        streams.Error.DataAdded += (_, added) => lines.Add($"Error {ErrorText(streams.Error[added.Index])}");
        streams.Warning.DataAdded += (_, added) => lines.Add($"Warning {streams.Warning[added.Index].Message}");
        streams.Verbose.DataAdded += (_, added) => lines.Add($"Verbose {streams.Verbose[added.Index].Message}");
        streams.Debug.DataAdded += (_, added) => lines.Add($"Debug {streams.Debug[added.Index].Message}");
        streams.Progress.DataAdded += (_, added) => lines.Add($"Progress {ProgressText(streams.Progress[added.Index])}");
        streams.Information.DataAdded += (_, added) =>
        {
            var record = streams.Information[added.Index];
            if (record.MessageData is not HostInformationMessage message)
            {
                lines.Add($"Information {record.MessageData}");
                return;
            }

            host.Append(message.Message);
            if (message.NoNewLine != true)
            {
                lines.Add($"Host {host}");
                host.Clear();
            }
        };
    }

    private static string ErrorText(ErrorRecord record)
        => (record.ErrorDetails?.Message is { Length: > 0 } details ? details : record.ToString()).Trim();

    private static string ProgressText(ProgressRecord record) => string.Create(CultureInfo.InvariantCulture, $"{record.Activity}: {record.StatusDescription} {record.PercentComplete}");
}
