using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Listening.Connectors.Text;

/// <summary>Walks untrusted HTML without recursion, so that no depth of nesting can end the process.</summary>
internal static class HtmlNodes
{
    // Far above any platform's limit; keeps the cost of a hostile body bounded.
    private const int MaxLength = 100_000;

    // Making a parser costs more than reading a post with it, and no two threads may share one.
    [ThreadStatic]
    private static HtmlParser? _parser;

    /// <summary>
    /// Calls <paramref name="enter"/> for each node in order (its answer says whether its children are visited) and
    /// <paramref name="leave"/> for each element after its children.
    /// </summary>
    public static void Walk(string html, Func<INode, bool> enter, Action<IElement> leave)
    {
        _parser ??= new HtmlParser();
        using var document = _parser.ParseDocument(HtmlDepth.Limit(html.Length > MaxLength ? html[..MaxLength] : html));
        if (document.Body is not { } body)
        {
            return;
        }

        var path = new Stack<(INode Node, int Next)>([(body, 0)]);
        while (path.TryPop(out var at))
        {
            if (at.Next == at.Node.ChildNodes.Length)
            {
                if (at.Node is IElement left && left != body)
                {
                    leave(left);
                }

                continue;
            }

            path.Push((at.Node, at.Next + 1));
            var child = at.Node.ChildNodes[at.Next];
            if (enter(child))
            {
                path.Push((child, 0));
            }
        }
    }

    /// <summary>Elements whose content is no text for people.</summary>
    public static bool IsHidden(IElement element) => element.LocalName
        is "script" or "style" or "template" or "noscript" or "iframe" or "object" or "embed" or "head" or "title" or "svg" or "textarea" or "select" or "noembed" or "noframes";
}
