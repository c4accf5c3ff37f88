using System.Text;
using AngleSharp.Dom;

namespace Listening.Connectors.Text;

/// <summary>What a person reads in a piece of HTML, and the links in it.</summary>
internal sealed record HtmlText(string Text, IReadOnlyList<HtmlAnchor> Anchors)
{
    public static HtmlText Empty { get; } = new("", []);

    /// <summary>
    /// Plain text: paragraphs and <c>br</c> are line breaks, lists keep their markers and quotes a <c>&gt;</c>, links that the markup
    /// shortens for display are written out, entities are decoded, scripts are gone.
    /// </summary>
    public static HtmlText Read(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return Empty;
        }

        var reader = new HtmlTextReader();
        HtmlNodes.Walk(html, reader.Enter, reader.Leave);
        return reader.ToHtmlText();
    }

    /// <summary>The bare characters: <c>br</c> and the end of a paragraph are line breaks, all other tags are nothing.</summary>
    public static string Bare(string? html)
    {
        if (string.IsNullOrEmpty(html) || html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return html ?? "";
        }

        var text = new StringBuilder(html.Length);
        HtmlNodes.Walk(
            html,
            node =>
            {
                text.Append(node switch { IText => node.NodeValue, IElement { LocalName: "br" } => "\n", _ => null });
                return node is IElement element && !HtmlNodes.IsHidden(element);
            },
            element => text.Append(element.LocalName == "p" ? "\n" : null));
        return text.ToString();
    }
}
