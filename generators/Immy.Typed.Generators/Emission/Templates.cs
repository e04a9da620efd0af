using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Scriban;
using Scriban.Runtime;

namespace Immy.Typed.Generators.Emission;

/// <summary>Renders the embedded templates; each is parsed once per process.</summary>
internal static class Templates
{
    private static readonly ConcurrentDictionary<string, Template> Parsed = new(StringComparer.Ordinal);

    public static SourceText Render(string name, ScriptObject view)
    {
        var context = new TemplateContext { StrictVariables = true, NewLine = "\n", LoopLimit = 0 };
        var common = new ScriptObject
        {
            ["generated_code"] = "[global::System.CodeDom.Compiler.GeneratedCode(\"Immy.Typed.Generators\", \"" + Version + "\")]",
        };
        context.PushGlobal(common);
        context.PushGlobal(view);
        return SourceText.From(Parsed.GetOrAdd(name, Read).Render(context), Encoding.UTF8);
    }

    private static string Version { get; } = typeof(Templates).Assembly.GetName().Version.ToString(2);

    private static Template Read(string name)
    {
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream(name);
        using var reader = new StreamReader(stream);
        var template = Template.Parse(reader.ReadToEnd().Replace("\r\n", "\n"), name);
        return template.HasErrors ? throw new InvalidOperationException(template.Messages.ToString()) : template;
    }
}
