using ApprovalTests.Core;

namespace Immy.Typed.Generators.Tests.Support;

/// <summary>Where a snapshot's approved and received texts stand.</summary>
internal sealed class SnapshotName(string folder, string name) : IApprovalNamer
{
    public string SourcePath => folder;

    public string Name => name;
}
