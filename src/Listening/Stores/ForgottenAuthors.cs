namespace Listening.Stores;

/// <summary>Whom a store forgot: marks that name nobody, and that only their salt can compare with a key (<see cref="AuthorSalt.Mark"/>).</summary>
/// <param name="Salt">See <see cref="AuthorSalt.Create"/>.</param>
/// <param name="Marks">Ordered, ordinal.</param>
public sealed record ForgottenAuthors(string Salt, IReadOnlyList<string> Marks);
