namespace Listening.Stores;

/// <summary>Order of a search; relevance gives one page.</summary>
public enum PostSort
{
    Newest,
    Oldest,
    Relevance,
}
