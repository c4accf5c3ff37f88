using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

/// <summary>A post while a batch is worked on: as it is stored, if it is, and as it shall be.</summary>
internal sealed class PostEntry(StoredPost? stored, Post current)
{
    private readonly List<StoredPost> _doubles = [];

    public bool IsNew => Stored is null;

    public StoredPost? Stored { get; private set; } = stored;

    public Post Current { get; set; } = current;

    /// <summary>Whether its conversation key is another one than the stored.</summary>
    public bool HasMoved => Stored is not null && Stored.Post.ThreadKey != Current.ThreadKey;

    /// <summary>A second document of the same post, which two writers put into two months at once: the earlier month keeps it.</summary>
    public void AddDouble(StoredPost other)
    {
        var isOtherKept = string.CompareOrdinal(other.Index, Stored!.Index) < 0;
        _doubles.Add(isOtherKept ? Stored : other);
        Current = Post.Merge(Current, other.Post);
        Stored = isOtherKept ? other : Stored;
    }

    /// <summary>What has to be written; nothing when the stored document is as it shall be. The post itself comes first.</summary>
    public IEnumerable<BulkAction> Actions(PostsIndex index)
    {
        var id = PostDocument.IdOf(Current);
        var post = Current;
        if (Stored is null)
        {
            yield return BulkAction.Create(index.Month(post.CreatedAt), id, json => PostDocument.Write(json, post));
        }
        else if (!ReferenceEquals(post, Stored.Post) && !PostDocument.IsSame(post, Stored.Post))
        {
            yield return BulkAction.Replace(Stored.Index, id, json => PostDocument.Write(json, post), Stored.Version);
        }

        foreach (var document in _doubles)
        {
            yield return BulkAction.Delete(document.Index, id, document.Version);
        }
    }
}
