using Listening.Worker.Answers;

namespace Listening.Worker.Api;

/// <summary>
/// Refuses query parameters that an endpoint does not take, or takes once: a mistyped <c>form=7d</c> would otherwise quietly answer another question.
/// The text parameters of the handler are what it takes.
/// </summary>
internal static class KnownParametersOnly
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        string[] known = [.. context.MethodInfo.GetParameters().Where(parameter => parameter.ParameterType == typeof(string)).Select(parameter => parameter.Name!)];
        return invocation =>
        {
            Check(invocation.HttpContext.Request, known);
            return next(invocation);
        };
    }

    private static void Check(HttpRequest request, string[] known)
    {
        string[] taken = [.. known.Where(name => !request.RouteValues.ContainsKey(name))];
        foreach (var (name, values) in request.Query)
        {
            if (!taken.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new BadQuestionException(
                    $"There is no parameter '{name}' here; {(taken.Length == 0 ? "this takes none" : "these are known: " + string.Join(", ", taken))}.");
            }

            if (values.Count > 1)
            {
                throw new BadQuestionException($"The parameter '{name}' can be given once only.");
            }
        }
    }
}
