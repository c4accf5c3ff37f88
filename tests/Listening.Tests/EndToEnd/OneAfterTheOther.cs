namespace Listening.Tests.EndToEnd;

/// <summary>They share one Elasticsearch, which is stopped and loaded here: these tests run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneAfterTheOther
{
    public const string Name = "End to end";
}
