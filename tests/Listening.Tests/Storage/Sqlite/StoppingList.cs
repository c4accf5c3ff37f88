using System.Collections;
using Listening.Posts;

namespace Listening.Tests.Storage.Sqlite;

/// <summary>Posts in the midst of which somebody ends the program.</summary>
internal sealed class StoppingList(IReadOnlyList<Post> posts, CancellationTokenSource stop, int stopAt) : IReadOnlyList<Post>
{
    public int Count => posts.Count;

    public Post this[int index] => posts[index];

    public IEnumerator<Post> GetEnumerator()
    {
        for (var i = 0; i < posts.Count; i++)
        {
            if (i == stopAt)
            {
                stop.Cancel();
            }

            yield return posts[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
