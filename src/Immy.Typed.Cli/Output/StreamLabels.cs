using Immy.Typed.Streams;

namespace Immy.Typed.Cli.Output;

/// <summary>What the streams of a script are called, and how they look on a terminal.</summary>
internal static class StreamLabels
{
    public static string Of(StreamKind kind) => kind switch
    {
        StreamKind.CaughtError => "caught",
        StreamKind.Information => "info",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string StyleOf(StreamKind kind) => kind switch
    {
        StreamKind.Error => "red",
        StreamKind.Warning => "yellow",
        StreamKind.Host or StreamKind.Information => "default",
        _ => "grey",
    };
}
