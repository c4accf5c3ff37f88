using System.Runtime.CompilerServices;
using System.Text.Json;
using Listening.Posts;
using Listening.Worker.Imports;

namespace Listening.Worker.Moving;

/// <summary>One kind of what a store holds besides posts, as lines of a file.</summary>
/// <param name="name">As a line says it.</param>
internal abstract class StorePart(string name)
{
    public string Name => name;

    /// <summary>Every value of it that is stored, each as what a line holds.</summary>
    public abstract IAsyncEnumerable<JsonElement> ReadAsync(CancellationToken ct);

    /// <summary>Throws <see cref="RejectedLineException"/>.</summary>
    public abstract object Parse(JsonElement value);

    /// <summary>Stores what <see cref="Parse"/> returned; again and again with the same outcome.</summary>
    public abstract Task WriteAsync(IReadOnlyList<object> values, CancellationToken ct);

    public static StorePart Of<T>(string name, Func<CancellationToken, IAsyncEnumerable<T>> read, Func<IReadOnlyList<T>, CancellationToken, Task> write)
        where T : class => new Typed<T>(name, read, write);

    /// <summary>For kinds of which there are few.</summary>
    public static StorePart Of<T>(string name, Func<CancellationToken, Task<IEnumerable<T>>> read, Func<T, CancellationToken, Task> write)
        where T : class
    {
        return Of(name, ReadAsync, WriteAsync);

        async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken ct)
        {
            foreach (var value in await read(ct))
            {
                yield return value;
            }
        }

        async Task WriteAsync(IReadOnlyList<T> values, CancellationToken ct)
        {
            foreach (var value in values)
            {
                await write(value, ct);
            }
        }
    }

    private sealed class Typed<T>(string name, Func<CancellationToken, IAsyncEnumerable<T>> read, Func<IReadOnlyList<T>, CancellationToken, Task> write) : StorePart(name)
        where T : class
    {
        public override IAsyncEnumerable<JsonElement> ReadAsync(CancellationToken ct) =>
            read(ct).Select(value => JsonSerializer.SerializeToElement(value, WholePostJson.Options));

        public override object Parse(JsonElement value)
        {
            try
            {
                return value.Deserialize<T>(WholePostJson.Options) ?? throw new RejectedLineException("value: is missing");
            }
            catch (JsonException e)
            {
                throw new RejectedLineException($"value: is no {Name}", e);
            }
        }

        public override Task WriteAsync(IReadOnlyList<object> values, CancellationToken ct) => write([.. values.Cast<T>()], ct);
    }
}
