using System.Globalization;
using AngleSharp.Dom;

namespace Listening.Connectors.Text;

/// <summary>Turns the nodes of one piece of HTML into lines of text.</summary>
internal sealed class HtmlTextReader
{
    private readonly PlainTextBuilder _text = new();
    private readonly List<HtmlAnchor> _anchors = [];
    private readonly Stack<int> _anchorStarts = new();
    private readonly Stack<int> _itemNumbers = new();
    private int _preformatted;

    public HtmlText ToHtmlText() => new(_text.ToString(), _anchors);

    public bool Enter(INode node)
    {
        if (node is IText text)
        {
            Append(text.Data);
            return false;
        }

        if (node is not IElement element || HtmlNodes.IsHidden(element))
        {
            return false;
        }

        Open(element);
        if (element.LocalName == "a" && IsShortened(element) && WebAddress(element) is { } address)
        {
            _text.Flow(address);
            Leave(element);
            return false;
        }

        return true;
    }

    public void Leave(IElement element)
    {
        switch (element.LocalName)
        {
            case "a":
                CloseAnchor(element);
                break;
            case "ul" or "ol":
                _itemNumbers.TryPop(out _);
                break;
            case "pre":
                _preformatted--;
                break;
            case "td" or "th":
                _text.Flow(" ");
                break;
        }

        if (IsBlock(element))
        {
            _text.StartLine();
        }

        if (element.LocalName == "blockquote")
        {
            _text.EndQuote();
        }
    }

    private void Open(IElement element)
    {
        if (IsBlock(element))
        {
            _text.StartLine();
        }

        switch (element.LocalName)
        {
            case "br":
                _text.BreakLine();
                break;
            case "a":
                _anchorStarts.Push(_text.Length);
                break;
            case "blockquote":
                _text.StartQuote();
                break;
            case "pre":
                _preformatted++;
                break;
            case "ul":
                _itemNumbers.Push(int.MinValue);
                break;
            case "ol":
                _itemNumbers.Push(0);
                break;
            case "li":
                _text.StartItem(NextMarker());
                break;
            case "img":
                Append(element.GetAttribute("alt") ?? "");
                break;
        }
    }

    private void Append(string text)
    {
        if (_preformatted > 0)
        {
            _text.Verbatim(text);
        }
        else
        {
            _text.Flow(text);
        }
    }

    private string NextMarker()
    {
        var indent = new string(' ', 2 * Math.Clamp(_itemNumbers.Count - 1, 0, 8));
        if (!_itemNumbers.TryPeek(out var number) || number < 0)
        {
            return indent + "- ";
        }

        _itemNumbers.Pop();
        _itemNumbers.Push(number + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{indent}{number + 1}. ");
    }

    private void CloseAnchor(IElement anchor)
    {
        var shown = _anchorStarts.TryPop(out var start) ? _text.Since(start).Trim() : "";
        if (anchor.GetAttribute("href") is { Length: > 0 } href)
        {
            var words = Words(anchor.GetAttribute("rel"));
            var classes = Words(anchor.ClassName);
            _anchors.Add(new HtmlAnchor(
                href.Trim(),
                shown,
                classes.Contains("mention") && !classes.Contains("hashtag"),
                classes.Contains("hashtag") || words.Contains("tag")));
        }
    }

    private static string[] Words(string? attribute) => attribute?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    // Mastodon cuts long addresses into spans and hides the ends: https://docs.joinmastodon.org/spec/activitypub/#sanitization
    private static bool IsShortened(IElement anchor) =>
        anchor.Children.Any(child => child.LocalName == "span" && Words(child.ClassName).Any(name => name is "invisible" or "ellipsis"));

    private static string? WebAddress(IElement anchor) =>
        anchor.GetAttribute("href")?.Trim() is { } href && Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? href
            : null;

    private static bool IsBlock(IElement element) => element.LocalName
        is "p" or "div" or "li" or "ul" or "ol" or "blockquote" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "tr" or "table"
        or "dl" or "dt" or "dd" or "section" or "article" or "figure" or "figcaption" or "header" or "footer" or "aside" or "main" or "details" or "summary";
}
