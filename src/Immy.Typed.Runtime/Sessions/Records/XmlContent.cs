using System.Management.Automation;
using System.Xml;
using Immy.Typed.Problems;

namespace Immy.Typed.Sessions.Records;

/// <summary>
/// What <c>[xml]</c> makes in a session: an <see cref="XmlDocument"/> that reaches no file and no address, and is never
/// so deep that reading it would overflow the stack.
/// </summary>
#pragma warning disable CA1010 // What a node enumerates are its children, and their type is the base's business.
public sealed class XmlContent : XmlDocument
#pragma warning restore CA1010
{
    private const int Deepest = 512;

    /// <summary>Makes an empty document.</summary>
    public XmlContent()
    {
    }

    /// <summary>Makes a document of its text.</summary>
    /// <param name="xml">The text.</param>
    public XmlContent(string xml) => LoadXml(xml);

    /// <summary>Makes a document of its lines.</summary>
    /// <param name="lines">The lines.</param>
    public XmlContent(object[] lines)
        : this(LanguagePrimitives.ConvertTo<string>(lines))
    {
    }

    /// <summary>Makes a copy of a document, such as a command returns.</summary>
    /// <param name="document">The document.</param>
    public XmlContent(XmlDocument document)
        : this(document?.OuterXml ?? "")
    {
    }

    /// <summary>Refused: a resolver reads files and addresses.</summary>
    public override XmlResolver? XmlResolver
    {
        set => throw Refused(nameof(XmlResolver), "it reads files and addresses that a document names");
    }

    /// <inheritdoc/>
    public override void LoadXml(string xml)
    {
        using (var reader = Reader(xml))
        {
            while (reader.Read())
            {
                if (reader.Depth > Deepest)
                {
                    throw new XmlException($"The document is deeper than {Deepest} elements.");
                }
            }
        }

        using var document = Reader(xml);
        Load(document);
    }

    /// <summary>Refused: it reads a file or an address.</summary>
    /// <param name="filename">The file.</param>
    public override void Load(string filename) => throw Refused(nameof(Load), "it reads a file of the machine that it runs on");

    /// <summary>Refused: it writes a file.</summary>
    /// <param name="filename">The file.</param>
    public override void Save(string filename) => throw Refused(nameof(Save), "it writes a file of the machine that it runs on");

    // As PowerShell's own [xml] does: a document type is read over, and nothing outside of the text is asked.
    private static XmlReader Reader(string xml) => XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });

    private static ProblemException Refused(string member, string reason)
        => new(HostProblems.Unusable($"[xml].{member}", $"{reason}, which a script has no part in.", "Use Invoke-RestMethod to read from an address, and OuterXml for the text."));
}
