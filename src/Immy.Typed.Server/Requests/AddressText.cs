using Immy.Typed.Server.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Immy.Typed.Server.Requests;

/// <summary>Looks through the parameters of an address for what cannot be meant.</summary>
internal static class AddressText
{
    /// <summary>The first parameter that is wrong, and why; null when none is.</summary>
    public static (string Field, string Message)? WhatIsWrong(IQueryCollection query, Endpoint endpoint)
    {
        foreach (var (name, values) in query)
        {
            if (name.Contains('\0', StringComparison.Ordinal))
            {
                return ("query", "A name in the address has a zero character (%00). Leave it out.");
            }

            if (values.Any(static value => value?.Contains('\0', StringComparison.Ordinal) is true))
            {
                return (name, $"{name} has a zero character (%00). Leave it out.");
            }
        }

        return endpoint.Metadata.OfType<IParameterBindingMetadata>().Select(parameter => WhatIsWrong(query, parameter)).FirstOrDefault(static wrong => wrong is not null);
    }

    // The framework would take numbers and lists of names too, and find nothing by them.
    private static (string Field, string Message)? WhatIsWrong(IQueryCollection query, IParameterBindingMetadata parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
        return type.IsEnum && query.TryGetValue(parameter.Name, out var values) && values.FirstOrDefault(value => !string.IsNullOrEmpty(value) && !Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)) is { } odd
            ? ParameterProblems.Wrong(parameter.Name, odd, type)
            : null;
    }
}
