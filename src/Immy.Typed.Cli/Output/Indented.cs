using Spectre.Console.Rendering;

namespace Immy.Typed.Cli.Output;

/// <summary>Content some columns to the right, without blanks at the end of its lines.</summary>
internal sealed class Indented(IRenderable content, int by = 2) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var inner = content.Measure(options, maxWidth - by);
        return new(inner.Min + by, inner.Max + by);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Segment.SplitLines(content.Render(options, maxWidth - by)))
        {
            yield return Segment.Padding(by);
            for (var index = 0; index < line.Count; index++)
            {
                var segment = line[index];
                yield return index < line.Count - 1 ? segment : new Segment(segment.Text.TrimEnd(), segment.Style);
            }

            yield return Segment.LineBreak;
        }
    }
}
