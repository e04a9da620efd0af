using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Server.Hosting;

/// <summary>Says why the server does not start, where whoever starts it can mend that.</summary>
internal static class StartProblems
{
    /// <summary>The message; null for what is a fault of the server.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        StartException start => start.Message,
        OptionsValidationException invalid => $"The configuration is not right:{string.Concat(invalid.Failures.Select(static failure => $"{Environment.NewLine}  {failure}"))}",
        InvalidDataException { InnerException: FormatException { InnerException: JsonException json } } unreadable => $"{unreadable.Message} It is not JSON from line {json.LineNumber + 1} on. Mend it there.",
        IOException { InnerException: AddressInUseException } used => $"{used.Message} Stop what listens there, or give another address: --urls http://127.0.0.1:8081.",
        _ => null,
    };
}
