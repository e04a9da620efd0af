using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The lists themselves: each entry has its reason and still means something, and what the engine brings anew is noticed.</summary>
public sealed class AllowListTests
{
    [Fact]
    public void Every_allowed_type_says_why() => Assert.All(AllowedTypes.List(), static type => Assert.NotEmpty(type.Reason));

    [Fact]
    public void Every_group_of_commands_says_why()
    {
        Assert.All(AllowedCommands.StandardGroups(), static group => Assert.NotEmpty(group.Reason));
        Assert.All(MachineCommands.Groups(), static group => Assert.NotEmpty(group.Reaches));
        Assert.Distinct(AllowedCommands.Standard());
    }

    // The engine converts what it binds to a command's parameter as if the script were trusted: so these types matter, too.
    [Fact]
    public void No_parameter_has_a_type_that_reaches_the_machine_when_it_is_made_of_a_text()
    {
        EnginePreparation.Once();

        // Values, or an end point that is refused before it is used.
        string[] harmless = ["Exception", "UnixDomainSocketEndPoint", "ScriptBlock", "PSObject", "Type", "PSTypeName", "PSPropertyExpression", "Encoding"];

        var others = AllowedCommands.Standard().Concat(AllowedCommands.Integration())
            .SelectMany(static command => command.GetProperties().Where(static property => property.IsDefined(typeof(ParameterAttribute), inherit: false)))
            .Select(static property => (Parameter: $"{property.ReflectedType!.Name}.{property.Name}", Type: property.PropertyType.IsArray ? property.PropertyType.GetElementType()! : property.PropertyType))
            .Where(parameter => !CoreTypeTable.Contains(parameter.Type) && !harmless.Contains(parameter.Type.Name) && IsMadeOfText(parameter.Type))
            .Select(static parameter => $"{parameter.Parameter}: {parameter.Type.Name}");

        Assert.True(!others.Any(), string.Join("\n", others));
    }

    [Fact]
    public void Every_refused_parameter_says_why_and_what_to_do_instead() => Assert.All(
        RefusedParameters.List(),
        static refused => Assert.True(refused.Reason.Length > 0 && refused.Mend is not ""));

    [Fact]
    public async Task Every_refused_parameter_belongs_to_a_command_of_the_session()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "(Get-Command -CommandType Cmdlet).Name -join ' '"));

        var commands = (await integration.TokenAsync()).Split(' ');

        Assert.Subset(commands.ToHashSet(StringComparer.OrdinalIgnoreCase), RefusedParameters.List().Select(static refused => refused.Command).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_listed_type_has_been_taken_back_by_the_engine()
    {
        EnginePreparation.Once();
        var names = CoreTypeTable.Types().Select(static type => type.FullName!).ToHashSet();

        Assert.DoesNotContain(RefusedTypes.OfTheLanguage(), refused => names.Contains(refused.Name));
        Assert.Contains(typeof(Math).FullName!, names);
    }

    [Fact]
    public void No_listed_type_reaches_files_by_a_constructor_or_a_static_method()
    {
        EnginePreparation.Once();
        string[] telling = ["file", "filename", "fileName"];

        var reaching = CoreTypeTable.Types()
            .SelectMany(static type => type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static)))
            .Where(method => Array.Exists(method.GetParameters(), parameter => parameter.ParameterType == typeof(string) && telling.Contains(parameter.Name)))
            .Select(static method => $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(static parameter => parameter.Name))})")
            .Distinct();

        Assert.Empty(reaching);
    }

    private static bool IsMadeOfText(Type type)
        => Array.Exists(type.GetConstructors(), static constructor => constructor.GetParameters() is [{ ParameterType: var only }] && only == typeof(string))
            || type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(string)]) is not null;

    // Script members of type data run in FullLanguage on whatever bears the type's name: each was looked at, or is refused.
    [Fact]
    public void Every_script_member_of_PowerShell_s_type_data_was_looked_at()
    {
        string[] harmless =
        [
            "Deserialized.System.Enum", "Microsoft.Management.Infrastructure.CimClass", "System.DateTime", "System.Diagnostics.EventLogEntry", "System.Drawing.Printing.PrintDocument", "System.Guid",
            "System.Management.Automation.AliasInfo", "System.Management.Automation.ApplicationInfo", "System.Management.Automation.CallStackFrame", "System.Management.Automation.CmdletInfo",
            "System.Management.Automation.CommandInfo", "System.Management.Automation.ErrorRecord", "System.Management.Automation.Job", "System.Management.Automation.Remoting.PSSenderInfo", "System.Management.Automation.Runspaces.PSSession",
            "System.Net.IPAddress", "System.Version#IncludeLabel", "System.Web.Services.Protocols.SoapException",
        ];
        var refused = RefusedTypes.OfTypeData().Select(static type => type.Name).ToList();
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Get-TypeData", typeof(Microsoft.PowerShell.Commands.GetTypeDataCommand), null));
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);

        var unseen = shell.AddCommand("Get-TypeData").Invoke<TypeData>()
            .Where(static type => type.Members.Values.Any(static member => member is ScriptPropertyData or ScriptMethodData))
            .Select(static type => type.TypeName)
            .Where(name => !refused.Contains(name) && !harmless.Contains(name));

        Assert.Empty(unseen);
    }
}
