namespace Listening.Tests.EndToEnd;

/// <summary>Real processes beside each other would only measure the machine: these tests run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneAfterTheOther
{
    public const string Name = "End to end";
}
