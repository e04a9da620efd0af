using System.Management.Automation;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Passes the single object of a pipeline on; none or several are an error with the message. With -TakeFirst several are not.</summary>
/// <example>
/// <code>
/// $sites = @{ Id = 7; Name = 'Contoso' }, @{ Id = 8; Name = 'Fabrikam' }
/// $sites | Where-Object { $_.Name -eq 'Contoso' } | Should-HaveOne 'Site named Contoso'
/// </code>
/// </example>
/// <example>
/// <code>
/// 8, 9, 10 | Should-HaveOne 'Version' -TakeFirst
/// </code>
/// </example>
[Cmdlet("Should", "HaveOne")]
[OutputType(typeof(object))]
public sealed class ShouldHaveOneCommand : SessionCommand
{
    private object? _first;
    private int _count;

    /// <summary>What is searched for, as the error names it.</summary>
    [Parameter(Position = 0)]
    [AllowNull]
    [AllowEmptyString]
    public string? Message { get; set; }

    /// <summary>Takes the first of several.</summary>
    [Parameter]
    public SwitchParameter TakeFirst { get; set; }

    /// <summary>The objects; null is none.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!MyInvocation.ExpectingInput && LanguagePrimitives.GetEnumerable(InputObject) is { } several)
        {
            foreach (var one in several)
            {
                Count(one);
            }
        }
        else
        {
            Count(InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_count == 0 || (_count > 1 && !TakeFirst))
        {
            throw Raise(HostProblems.NotOne(Message, _count));
        }

        WriteObject(_first);
    }

    private void Count(object? value)
    {
        if (value is not null && _count++ == 0)
        {
            _first = value;
        }
    }
}
