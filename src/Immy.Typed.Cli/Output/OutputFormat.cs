namespace Immy.Typed.Cli.Output;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>One JSON document a line, each as soon as it is there.</summary>
    Ndjson,

    /// <summary>A page of documentation.</summary>
    Markdown,
}
