namespace Listening.Posts;

/// <summary>How we know that a post carries a followed hashtag, the strongest proof first.</summary>
public enum MatchedVia
{
    TagField,
    Text,
    Facet,
    Link,
}
