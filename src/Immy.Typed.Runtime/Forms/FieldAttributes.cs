using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Forms;

/// <summary>What the attributes of a parameter of Init say of its field. They are read, not run: a form is shown before anything is trusted.</summary>
internal sealed class FieldAttributes(ParameterAst parameter)
{
    private readonly IReadOnlyList<AttributeAst> _attributes = [.. parameter.Attributes.OfType<AttributeAst>()];

    public string? DisplayName => Text(Find("DisplayName")?.PositionalArguments.FirstOrDefault());

    public string? HelpMessage => Text(Argument("HelpMessage")?.Argument);

    public bool IsMandatory => Argument("Mandatory") is { } mandatory && (mandatory.ExpressionOmitted || mandatory.Argument.Extent.Text is not ("$false" or "0"));

    public bool IsPassword => Find(typeof(PasswordAttribute)) is not null;

    public bool HasDropdown => Find(typeof(DropdownAttribute)) is not null;

    public bool HasConsent => Find(typeof(OAuthConsentAttribute)) is not null;

    /// <summary>The values of <c>[ValidateSet]</c>, else the texts that stand in the block of <c>[Dropdown]</c>.</summary>
    public IReadOnlyList<string> Choices => Find("ValidateSet") is { } set ? [.. set.PositionalArguments.Select(Text).OfType<string>()] : [.. DropdownTexts()];

    /// <summary>What the value must be besides its type. What is no constant there is known only to Init.</summary>
    public FieldRules Rules => new()
    {
        Range = Constants("ValidateRange") switch
        {
            [{ } least, { } most] => new(Number(least), Number(most), IsExclusive: false),
            [string kind] => FieldRange.Of(kind),
            _ => null,
        },
        Pattern = Constants("ValidatePattern") is [string pattern] ? pattern : null,
        PatternIgnoresCase = Find("ValidatePattern") is { } regex && (Options(regex)?.Contains("IgnoreCase", StringComparison.OrdinalIgnoreCase) ?? true),
        MinimumLength = Whole(Constants("ValidateLength").ElementAtOrDefault(0)),
        MaximumLength = Whole(Constants("ValidateLength").ElementAtOrDefault(1)),
        MinimumCount = Whole(Constants("ValidateCount").ElementAtOrDefault(0)),
        MaximumCount = Whole(Constants("ValidateCount").ElementAtOrDefault(1)),
        IsLimitedToChoices = Find("ValidateSet") is not null,
    };

    /// <summary>What <c>[OAuthConsent]</c> says; null where there is none, or where it lacks an address.</summary>
    public OAuthConsentSettings? Consent()
    {
        if (Find(typeof(OAuthConsentAttribute)) is not { } attribute)
        {
            return null;
        }

        var said = attribute.NamedArguments.ToDictionary(static argument => argument.ArgumentName, static argument => Text(argument.Argument), StringComparer.OrdinalIgnoreCase);
        return Uri.TryCreate(said.GetValueOrDefault(nameof(OAuthConsentAttribute.AuthorizationEndpoint)), UriKind.Absolute, out var authorization)
            ? new()
            {
                AuthorizationEndpoint = authorization,
                TokenEndpoint = Uri.TryCreate(said.GetValueOrDefault(nameof(OAuthConsentAttribute.TokenEndpoint)), UriKind.Absolute, out var token) ? token : null,
                ResponseType = said.GetValueOrDefault(nameof(OAuthConsentAttribute.ResponseType)) ?? "code",
                ClientId = said.GetValueOrDefault(nameof(OAuthConsentAttribute.ClientID)) ?? "",
                ClientSecret = said.GetValueOrDefault(nameof(OAuthConsentAttribute.ClientSecret)),
                Scope = said.GetValueOrDefault(nameof(OAuthConsentAttribute.Scope)),
                Resource = said.GetValueOrDefault(nameof(OAuthConsentAttribute.Resource)),
            }
            : null;
    }

    private IReadOnlyList<object?> Constants(string attribute) => [.. Find(attribute)?.PositionalArguments.Select(ConstantValue.Of) ?? []];

    private static string? Options(AttributeAst regex)
        => Text(regex.NamedArguments.FirstOrDefault(static argument => argument.ArgumentName.Equals("Options", StringComparison.OrdinalIgnoreCase))?.Argument);

    private static decimal? Number(object constant) => LanguagePrimitives.TryConvertTo<decimal>(constant, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Whole(object? constant) => constant is int whole ? whole : null;

    private IEnumerable<string> DropdownTexts() => Find(typeof(DropdownAttribute))?.PositionalArguments.FirstOrDefault() is ScriptBlockExpressionAst { ScriptBlock.EndBlock.Statements: var statements }
        ? statements.OfType<PipelineAst>().Select(static statement => statement.GetPureExpression()).SelectMany(static expression => expression switch
        {
            ArrayLiteralAst list => list.Elements,
            null => [],
            _ => [expression],
        }).OfType<StringConstantExpressionAst>().Select(static text => text.Value)
        : [];

    private NamedAttributeArgumentAst? Argument(string name) => _attributes
        .Where(static attribute => attribute.TypeName.GetReflectionAttributeType() == typeof(ParameterAttribute))
        .SelectMany(static attribute => attribute.NamedArguments)
        .FirstOrDefault(argument => argument.ArgumentName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private AttributeAst? Find(Type type) => _attributes.FirstOrDefault(attribute => attribute.TypeName.GetReflectionAttributeType() == type);

    private AttributeAst? Find(string name) => _attributes.FirstOrDefault(attribute => attribute.TypeName.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string? Text(ExpressionAst? expression) => expression switch
    {
        null => null,
        StringConstantExpressionAst text => text.Value,
        _ => expression.Extent.Text,
    };
}
