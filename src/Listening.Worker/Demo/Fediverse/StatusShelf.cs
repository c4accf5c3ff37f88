namespace Listening.Worker.Demo.Fediverse;

/// <summary>Everything one host has or will have, ordered by its own ids.</summary>
internal sealed class StatusShelf
{
    private readonly Lock _lock = new();
    private readonly SortedList<long, ScriptedStatus> _byId = [];
    private readonly Dictionary<string, ScriptedStatus> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ScriptedStatus>> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ScriptedStatus>> _byAuthor = new(StringComparer.Ordinal);
    private ScriptedStatus[]? _newestFirst;

    /// <summary>The next free id from the wished one on.</summary>
    public long FreeId(long wished)
    {
        lock (_lock)
        {
            while (_byId.ContainsKey(wished))
            {
                wished++;
            }

            return wished;
        }
    }

    public void Add(ScriptedStatus status)
    {
        lock (_lock)
        {
            _byId.Add(status.Id, status);
            _byKey.Add(status.Post.Key, status);
            _newestFirst = null;
            Note(_byAuthor, status.Post.Author.Acct, status);
            if (status.Post.ReplyTo is { } parent)
            {
                Note(_answers, parent, status);
            }
        }
    }

    /// <summary>Takes the place of the one with the same key, whose id it has.</summary>
    public void Replace(ScriptedStatus status)
    {
        lock (_lock)
        {
            _byId[status.Id] = _byKey[status.Post.Key] = status;
            _newestFirst = null;
            Exchange(_byAuthor[status.Post.Author.Acct], status);
            if (status.Post.ReplyTo is { } parent)
            {
                Exchange(_answers[parent], status);
            }
        }
    }

    /// <summary>By id, the highest first, with what has not arrived yet.</summary>
    public IReadOnlyList<ScriptedStatus> NewestFirst()
    {
        lock (_lock)
        {
            return _newestFirst ??= [.. _byId.Values.Reverse()];
        }
    }

    public ScriptedStatus? ById(long id)
    {
        lock (_lock)
        {
            return _byId.GetValueOrDefault(id);
        }
    }

    public ScriptedStatus? ByKey(string? key)
    {
        lock (_lock)
        {
            return key is null ? null : _byKey.GetValueOrDefault(key);
        }
    }

    public IReadOnlyList<ScriptedStatus> AnswersTo(ScriptedStatus status) => Noted(_answers, status.Post.Key);

    public IReadOnlyList<ScriptedStatus> By(ScriptedAccount author) => Noted(_byAuthor, author.Acct);

    private static void Note(Dictionary<string, List<ScriptedStatus>> index, string name, ScriptedStatus status) =>
        (index.TryGetValue(name, out var noted) ? noted : index[name] = []).Add(status);

    private static void Exchange(List<ScriptedStatus> noted, ScriptedStatus status) => noted[noted.FindIndex(other => other.Id == status.Id)] = status;

    private IReadOnlyList<ScriptedStatus> Noted(Dictionary<string, List<ScriptedStatus>> index, string name)
    {
        lock (_lock)
        {
            return index.TryGetValue(name, out var noted) ? [.. noted.OrderBy(status => status.Id)] : [];
        }
    }
}
