using Microsoft.Extensions.Logging;

namespace Immy.Typed.Integrations;

/// <content>What the loader logs.</content>
internal sealed partial class IntegrationLoader
{
    [LoggerMessage(101, LogLevel.Warning, "The integration '{Integration}' runs in FullLanguage: its script can do whatever this process can.")]
    private partial void LogFullLanguage(string integration);
}
