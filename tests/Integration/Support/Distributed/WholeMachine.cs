using Xunit;

namespace Conference.Tests.Support;

/// <summary>Tests that start the whole product in many processes: one after the other, and nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeMachine
{
    public const string Name = "the whole machine";
}
