using Xunit;

namespace Conference.UnitTests.Invitations;

/// <summary>Tests that measure the process as a whole: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeProcess
{
    public const string Name = "the whole process";
}
