using System.Text;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>Writes a .NET regular expression as JSON Schema understands it: by the rules of JavaScript, which cannot be told to ignore case.</summary>
internal static class EcmaPattern
{
    /// <summary>The pattern; null when it uses what JavaScript does not have or this does not translate.</summary>
    public static string? Of(string pattern, bool ignoresCase)
    {
        var written = new StringBuilder();
        var isInSet = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character == '\\')
            {
                if (index + 1 == pattern.Length || !"dDwWsSbBnrtfv.^$*+?()[]{}|/\\-".Contains(pattern[index + 1], StringComparison.Ordinal))
                {
                    return null;
                }

                written.Append(character).Append(pattern[++index]);
                continue;
            }

            if (character == '(' && !isInSet && index + 1 < pattern.Length && pattern[index + 1] == '?'
                && (index + 2 == pattern.Length || !":=!".Contains(pattern[index + 2], StringComparison.Ordinal)))
            {
                return null;
            }

            if (character is '[' or ']')
            {
                // A set within a set is .NET's subtraction.
                if (isInSet == (character == '['))
                {
                    return null;
                }

                isInSet = character == '[';
                written.Append(character);
            }
            else if (!ignoresCase || !char.IsLetter(character))
            {
                written.Append(character);
            }
            else if (!isInSet)
            {
                written.Append('[').Append(char.ToLowerInvariant(character)).Append(char.ToUpperInvariant(character)).Append(']');
            }
            else if (index + 2 < pattern.Length && pattern[index + 1] == '-' && char.IsLetter(pattern[index + 2]))
            {
                var (from, to) = (character, pattern[index + 2]);
                if (char.IsLower(from) != char.IsLower(to))
                {
                    return null;
                }

                written.Append(char.ToLowerInvariant(from)).Append('-').Append(char.ToLowerInvariant(to)).Append(char.ToUpperInvariant(from)).Append('-').Append(char.ToUpperInvariant(to));
                index += 2;
            }
            else
            {
                written.Append(char.ToLowerInvariant(character)).Append(char.ToUpperInvariant(character));
            }
        }

        return written.ToString();
    }
}
