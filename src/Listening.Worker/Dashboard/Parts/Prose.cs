using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Listening.Worker.Dashboard.Parts;

/// <summary>Somebody's text with its links clickable. Written by hand so that no white space comes between words and links.</summary>
public sealed class Prose : ComponentBase
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var part in PostText.Parts(Text))
        {
            if (part.Href is null)
            {
                builder.AddContent(0, part.Text);
                continue;
            }

            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "href", part.Href);
            builder.AddAttribute(3, "rel", SafeLink.Rel);
            builder.AddContent(4, part.Text);
            builder.CloseElement();
        }
    }
}
