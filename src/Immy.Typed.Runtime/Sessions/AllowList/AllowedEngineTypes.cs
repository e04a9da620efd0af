using System.Collections;
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Management.Automation;
using System.Net.Http.Headers;
using Immy.Typed.Sessions.Engine;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Sessions.AllowList;

/// <summary>The engine's own objects that authors handle in functions and after errors. They describe; none does anything outside its script.</summary>
internal static class AllowedEngineTypes
{
    public static IEnumerable<AllowedType> List() =>
    [
        new(ScriptObjectTypes.BoundParameters, "$PSBoundParameters: a table"),
        new(ScriptObjectTypes.ScriptCmdlet, "$PSCmdlet: what it leads to stays out of reach"),
        new(typeof(DefaultParameterDictionary), "$PSDefaultParameterValues: a table"),
        new(typeof(RuntimeDefinedParameter), "made in dynamicparam", nameof(RuntimeDefinedParameter)),
        new(typeof(RuntimeDefinedParameterDictionary), "made in dynamicparam", nameof(RuntimeDefinedParameterDictionary)),
        new(typeof(Collection<Attribute>), "made in dynamicparam"),
        new(typeof(Enum), "names and values of an enum"),

        new(typeof(ErrorRecord), "an error: data", nameof(ErrorRecord)),
        new(typeof(ErrorDetails), "the text of an error"),
        new(typeof(WarningRecord), "what 3>&1 gives"),
        new(typeof(VerboseRecord), "what 4>&1 gives"),
        new(typeof(DebugRecord), "what 5>&1 gives"),
        new(typeof(InformationRecord), "what 6>&1 gives"),
        new(typeof(HttpResponseHeaders), "the headers of an answer that is an error"),
        .. Referenced.Select(static type => new AllowedType(ScriptObjectTypes.ReferenceTo(type), "[ref]: a variable of the script")),
        .. Exceptions.Select(static type => new AllowedType(type, "an error: data")),
    ];

    // The engine's reference is a type of its own for each type of value; TryParse and functions need these.
    private static IReadOnlyList<Type> Referenced =>
    [
        typeof(string), typeof(bool), typeof(char), typeof(byte), typeof(int), typeof(long), typeof(uint), typeof(ulong), typeof(double), typeof(decimal), typeof(System.Numerics.BigInteger),
        typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Guid), typeof(Version), typeof(Uri), typeof(Hashtable), typeof(OrderedDictionary), typeof(object[]), typeof(ArrayList), typeof(PSObject),
    ];

    // Those that authors throw and catch; of any other exception the properties can be read as well.
    private static IReadOnlyList<Type> Exceptions =>
    [
        typeof(Exception), typeof(ArgumentException), typeof(ArgumentNullException), typeof(ArgumentOutOfRangeException), typeof(InvalidOperationException), typeof(NotSupportedException),
        typeof(NotImplementedException), typeof(FormatException), typeof(OverflowException), typeof(DivideByZeroException), typeof(InvalidCastException), typeof(NullReferenceException),
        typeof(KeyNotFoundException), typeof(UnauthorizedAccessException), typeof(TimeoutException), typeof(OperationCanceledException), typeof(TaskCanceledException), typeof(AggregateException),
        typeof(HttpRequestException), typeof(HttpResponseException), typeof(UriFormatException), typeof(System.Security.SecurityException),
        typeof(RuntimeException), typeof(ActionPreferenceStopException), typeof(CommandNotFoundException), typeof(ParameterBindingException), typeof(MethodInvocationException), typeof(MethodException),
        typeof(PropertyNotFoundException), typeof(PSInvalidCastException), typeof(PSArgumentException), typeof(PSInvalidOperationException), typeof(ValidationMetadataException), typeof(WriteErrorException),
    ];
}
