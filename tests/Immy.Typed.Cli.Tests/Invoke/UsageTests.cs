using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Invoke;

public sealed class UsageTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("There is no interface 'ISupportsListingClient'. Did you mean 'ISupportsListingClients'?", "ISupportsListingClient.GetClients")]
    [InlineData("ISupportsListingClients has no block 'GetClient'. Did you mean 'GetClients'?", "ISupportsListingClients.GetClient")]
    [InlineData("'GetClients' is not of the form INTERFACE.BLOCK, such as ISupportsListingClients.GetClients.", "GetClients")]
    [InlineData("--param takes NAME=VALUE, and 'x' is not of that form.", "IProvider.Init", "--param", "x")]
    [InlineData("--secret takes NAME=VALUE, NAME=@FILE or NAME=env:VAR; what was given is not shown, since it may be a secret.", "IProvider.Init", "--secret", "x")]
    [InlineData("There is an argument too many; it is not shown, since it may be a secret.", "IProvider.Init", "--secret", "Key=", "x")]
    [InlineData("The secret Key's file 'none.txt' does not exist.", "IProvider.Init", "--secret", "Key=@none.txt")]
    [InlineData("The environment variable 'IMMY_NONE' of the secret Key is not set.", "IProvider.Init", "--secret", "Key=env:IMMY_NONE")]
    [InlineData("The form's value 'key' is given twice. Keep one of the two.", "IProvider.Init", "--param", "Key=1", "--secret", "key=2")]
    [InlineData("IProvider.Init has no argument 'Key'. Its values are the form's: give them with --param or --secret.", "IProvider.Init", "--arg", "Key=1")]
    [InlineData("IProvider.HealthCheck has no argument 'x'. It takes none.", "IProvider.HealthCheck", "--arg", "x=1")]
    [InlineData("ISupportsListingAgents.GetAgents has no argument 'clientId'. Did you mean 'clientIds'?", "ISupportsListingAgents.GetAgents", "--arg", "clientId=1")]
    [InlineData("The argument 'clientIds' is given twice. Keep one of the two.", "ISupportsListingAgents.GetAgents", "--arg", "clientIds=[]", "--arg", "clientIds=[]")]
    [InlineData("The argument clientIds is not JSON that fits string[]: '1' is an invalid end of a number. Expected a delimiter.", "ISupportsListingAgents.GetAgents", "--arg", "clientIds=[1")]
    [InlineData("The argument clientId cannot be null. For the text write it in quotes: \"null\".", "ISupportsTenantInstallToken.GetTenantInstallToken", "--arg", "clientId=null")]
    [InlineData("ISupportsTenantInstallToken.GetTenantInstallToken needs the argument --arg clientId=JSON (string). The id of the client that is mapped to the computer's tenant.", "ISupportsTenantInstallToken.GetTenantInstallToken")]
    [InlineData("The module folder 'none' does not exist. Name a folder of .psm1 files.", "IProvider.Init", "--modules", "none")]
    [InlineData("The computer file 'none.json' does not exist.", "IProvider.Init", "--computer", "none.json")]
    [InlineData("Unrecognized command or argument '--frmat'. Did you mean '--format'?", "IProvider.Init", "--frmat")]
    [InlineData("Argument 'xml' not recognized. Must be one of: 'table' 'json' 'ndjson'", "IProvider.Init", "--format", "xml")]
    public async Task Wrong_usage_is_2_and_says_how_to_mend_it(string message, params string[] arguments)
    {
        var ran = await InProcess.RunAsync(["invoke", _folder.Script(""), .. arguments]);

        Assert.Equal($"error: {message}\nRun 'immy invoke --help' for usage.\n", ran.Error);
        Assert.Equal("", ran.Out);
        Assert.Equal(2, ran.ExitCode);
    }

    [Fact]
    public async Task A_script_that_does_not_exist_is_2()
    {
        var ran = await InProcess.RunAsync("invoke", "none.ps1", "IProvider.Init");

        Assert.Equal("error: The script 'none.ps1' does not exist.\nRun 'immy invoke --help' for usage.\n", ran.Error);
        Assert.Equal(2, ran.ExitCode);
    }

    [Fact]
    public async Task Two_modules_of_one_name_in_a_folder_are_2()
    {
        _folder.Write("modules/A.psm1", "");
        _folder.Write("modules/A.ps1", "");
        var ran = await InProcess.RunAsync("invoke", _folder.Script(""), "IProvider.Init", "--modules", _folder.PathOf("modules"));

        Assert.Equal("error: The module folder 'modules' has two files for the module 'A': A.ps1 and A.psm1. Keep one of them.", _folder.Bare(ran.ErrorLines[0]));
        Assert.Equal(2, ran.ExitCode);
    }

    [Fact]
    public async Task The_process_ends_with_2()
    {
        var ran = await ImmyProcess.RunAsync("invoke", "none.ps1");

        Assert.Equal("error: Required argument missing for command: 'invoke'.\nRun 'immy invoke --help' for usage.\n", ran.Error);
        Assert.Equal("", ran.Out);
        Assert.Equal(2, ran.ExitCode);
    }
}
