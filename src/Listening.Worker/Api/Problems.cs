using Listening.Stores;
using Listening.Worker.Answers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Worker.Api;

/// <summary>Errors as problem details (RFC 9457), each with a sentence a person can act on.</summary>
internal static class Problems
{
    private const string Unexpected = "Something failed in this worker; its log says what.";

    public static ProblemHttpResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    /// <summary>Whether an exception is an answer rather than a bug.</summary>
    public static bool IsAnswer(Exception exception) => StatusOf(exception) != StatusCodes.Status500InternalServerError;

    /// <summary>Status and sentence of whatever ended a request.</summary>
    public static (int Status, string Detail) Describe(Exception? exception)
    {
        var status = StatusOf(exception);
        return (status, status switch
        {
            StatusCodes.Status500InternalServerError => Unexpected,
            StatusCodes.Status413PayloadTooLarge => "The body is too large.",
            _ => exception!.Message,
        });
    }

    /// <summary>The sentence for an answer that only has a status, e.g. one given by routing.</summary>
    public static string Describe(int status, string path) => status switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {path}; /api/v1/openapi.json lists what there is.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method; the header Allow names those it takes.",
        StatusCodes.Status415UnsupportedMediaType => "Changes need a JSON body and the header 'Content-Type: application/json'.",
        _ => "The request was not understood.",
    };

    private static int StatusOf(Exception? exception) => exception switch
    {
        BadQuestionException => StatusCodes.Status400BadRequest,
        NotFollowedException or ListNotThereException or UnknownAuthorException => StatusCodes.Status404NotFound,
        UnsupportedBodyException => StatusCodes.Status415UnsupportedMediaType,
        StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
