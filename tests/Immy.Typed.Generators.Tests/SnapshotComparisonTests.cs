using ApprovalTests.Core.Exceptions;
using Immy.Typed.Generators.Tests.Support;

namespace Immy.Typed.Generators.Tests;

/// <summary>A snapshot that could not fail would be worth nothing.</summary>
public sealed class SnapshotComparisonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_snapshot_fails()
        => Assert.Throws<ApprovalMissingException>(() => Snapshot.Verify("text\n", _folder, "Missing"));

    [Fact]
    public void A_different_snapshot_fails()
    {
        Approve("Different", "another text\n");

        Assert.Throws<ApprovalMismatchException>(() => Snapshot.Verify("text\n", _folder, "Different"));
    }

    [Fact]
    public void Line_endings_make_no_difference()
    {
        Approve("Endings", "one\r\ntwo\r\n");

        Snapshot.Verify("one\ntwo\n", _folder, "Endings");
    }

    private void Approve(string name, string text) => File.WriteAllText(Path.Combine(_folder, name + ".approved.txt"), text);
}
