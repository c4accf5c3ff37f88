namespace Listening.Tests.EndToEnd.Federation;

/// <summary>One thing that is not as it has to be.</summary>
internal sealed record Difference(DifferenceKind Kind, string Subject, string Words)
{
    public override string ToString() => $"{Kind}: {Subject}: {Words}";
}
