namespace Listening.Connectors.Text;

/// <summary>A link as it stood in HTML: its address, what it shows, and what kind the markup says it is.</summary>
internal sealed record HtmlAnchor(string Href, string Text, bool IsMention, bool IsHashtag);
