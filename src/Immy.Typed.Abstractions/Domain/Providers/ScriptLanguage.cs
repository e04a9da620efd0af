using System.Text.Json.Serialization;

namespace Immybot.Backend.Domain.Providers;

/// <summary>The language of a script that runs on a computer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScriptLanguage>))]
public enum ScriptLanguage
{
    /// <summary>PowerShell.</summary>
    PowerShell,

    /// <summary>The command prompt of Windows, as in a batch file.</summary>
    CommandLine,

    /// <summary>Bash, on Linux and macOS.</summary>
    Bash,

    /// <summary>Python 3.</summary>
    Python,
}
