using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Hashes text (as UTF-8) or bytes. The hash is Base64, or lower-case hexadecimal with -AsHex.</summary>
/// <example>
/// A request that is signed with a hash of its body.
/// <code>
/// $body = @{ event = 'ping' } | ConvertTo-Json -Compress
/// $headers = @{ 'x-content-sha256' = $body | Get-Hash -AsHex }
/// $headers
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "Hash")]
[OutputType(typeof(string))]
public sealed class GetHashCommand : SessionCommand
{
    private readonly List<byte> _bytes = [];

    /// <summary>A text, or bytes; a pipeline of bytes is hashed as a whole, and one of texts text by text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("String")]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public required object InputObject { get; set; }

    /// <summary>The algorithm.</summary>
    [Parameter]
    [ValidateSet("SHA256", "SHA384", "SHA512", "SHA1", "MD5")]
    public string Algorithm { get; set; } = "SHA256";

    /// <summary>Writes hexadecimal digits.</summary>
    [Parameter]
    public SwitchParameter AsHex { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (InputObject is PSObject wrapped ? wrapped.BaseObject : InputObject)
        {
            case string text:
                Write(Encoding.UTF8.GetBytes(text));
                break;
            case byte[] bytes:
                Write(bytes);
                break;
            case byte one when MyInvocation.ExpectingInput:
                _bytes.Add(one);
                break;
            case object[] several when LanguagePrimitives.TryConvertTo(several, out byte[] converted):
                Write(converted);
                break;
            case { } other:
                throw Raise(HostProblems.Unusable(CommandName, $"it hashes text and bytes, and got {TypeText.Of(other)}.", "Make a text of it first, for example with ConvertTo-Json."));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_bytes.Count > 0)
        {
            Write([.. _bytes]);
        }
    }

    private void Write(byte[] bytes)
    {
        var hash = CryptographicOperations.HashData(new HashAlgorithmName(Algorithm.ToUpperInvariant()), bytes);
        WriteObject(AsHex ? Convert.ToHexStringLower(hash) : Convert.ToBase64String(hash));
    }
}
