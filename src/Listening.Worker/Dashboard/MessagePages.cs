using Listening.Worker.Dashboard.Pages;

namespace Listening.Worker.Dashboard;

/// <summary>Pages that hold one sentence.</summary>
internal static class MessagePages
{
    public static IResult Of(int status, string sentence) => new HtmlPage<MessagePage>(status, new()
    {
        [nameof(MessagePage.Heading)] = Heading(status),
        [nameof(MessagePage.Sentence)] = sentence,
    });

    /// <summary>The sentence for an answer that only has a status.</summary>
    public static string Describe(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is no such page here.",
        StatusCodes.Status405MethodNotAllowed => "This page can only be read.",
        _ => "The request was not understood.",
    };

    private static string Heading(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "That cannot be asked like this",
        StatusCodes.Status404NotFound => "Not here",
        StatusCodes.Status503ServiceUnavailable => "The store does not answer",
        _ => "That did not work",
    };
}
