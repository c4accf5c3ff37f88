using System.Text.Json;
using Listening.Posts;
using Listening.Worker.Imports;

namespace Listening.Worker.Moving;

/// <summary>One kind of what a store holds besides posts, as lines of a file.</summary>
/// <param name="name">As a line says it.</param>
internal abstract class StorePart(string name)
{
    public string Name => name;

    /// <summary>Every value of it that is stored, each as what a line holds; in the same order as long as nothing changes.</summary>
    public abstract IAsyncEnumerable<JsonElement> ReadAsync(CancellationToken ct);

    /// <summary>Throws <see cref="RejectedLineException"/>.</summary>
    public abstract object Parse(JsonElement value);

    /// <summary>Stores what <see cref="Parse"/> returned; again and again with the same outcome.</summary>
    public abstract Task WriteAsync(IReadOnlyList<object> values, CancellationToken ct);

    /// <summary>For a kind of which there may be very many.</summary>
    public static StorePart OfMany<T>(string name, Func<CancellationToken, IAsyncEnumerable<T>> read, Func<IReadOnlyList<T>, CancellationToken, Task> write)
        where T : class => new Typed<T>(name, read, write);

    /// <summary>For a kind that is read at once and written together.</summary>
    public static StorePart OfSome<T>(string name, Func<CancellationToken, Task<IEnumerable<T>>> read, Func<IReadOnlyList<T>, CancellationToken, Task> write)
        where T : class => new Typed<T>(name, ct => EachAsync(read(ct)), write);

    /// <summary>For a kind that is read at once and written one by one.</summary>
    public static StorePart Of<T>(string name, Func<CancellationToken, Task<IEnumerable<T>>> read, Func<T, CancellationToken, Task> write)
        where T : class => OfSome(name, read, async (values, ct) =>
        {
            foreach (var value in values)
            {
                await write(value, ct);
            }
        });

    private static async IAsyncEnumerable<T> EachAsync<T>(Task<IEnumerable<T>> read)
    {
        foreach (var value in await read)
        {
            yield return value;
        }
    }

    private sealed class Typed<T>(string name, Func<CancellationToken, IAsyncEnumerable<T>> read, Func<IReadOnlyList<T>, CancellationToken, Task> write) : StorePart(name)
        where T : class
    {
        // What is missing would be null where nothing may be.
        private static readonly JsonSerializerOptions Strict = new(WholePostJson.Options) { RespectRequiredConstructorParameters = true };

        public override IAsyncEnumerable<JsonElement> ReadAsync(CancellationToken ct) => read(ct).Select(value => JsonSerializer.SerializeToElement(value, Strict));

        public override object Parse(JsonElement value)
        {
            try
            {
                return value.ValueKind == JsonValueKind.Object ? value.Deserialize<T>(Strict)! : throw new RejectedLineException("value: is no object");
            }
            catch (JsonException e)
            {
                throw new RejectedLineException($"value: is no {Name}", e);
            }
        }

        public override Task WriteAsync(IReadOnlyList<object> values, CancellationToken ct) => write([.. values.Cast<T>()], ct);
    }
}
