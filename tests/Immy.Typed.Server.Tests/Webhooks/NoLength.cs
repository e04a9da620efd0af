using System.Text;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>Text whose length nobody knows ahead, so that it is sent in chunks.</summary>
internal sealed class NoLength(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override bool CanSeek => false;
}
