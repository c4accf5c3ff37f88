using System.ComponentModel.DataAnnotations;
using Listening.Posts;
using Microsoft.Extensions.Options;

namespace Listening.Alerts;

/// <summary>Finds what cannot work before the first alert would find it.</summary>
internal sealed class AlertOptionsValidator(IEnumerable<IAlertChannelKind> kinds) : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string? ProblemOf(IAlertChannelKind kind, string name, AlertChannelOptions channel)
    {
        try
        {
            _ = kind.Create(name, channel);
            return null;
        }
        catch (ValidationException e)
        {
            return e.Message;
        }
    }

    private IEnumerable<string> Problems(AlertOptions options)
    {
        var known = string.Join(", ", kinds.Select(kind => kind.Kind).Order(StringComparer.Ordinal));
        foreach (var (name, channel) in options.Channels)
        {
            var kind = kinds.FirstOrDefault(kind => string.Equals(kind.Kind, channel.Kind, StringComparison.OrdinalIgnoreCase));
            if (kind is null)
            {
                yield return $"Alerts:Channels:{name}:Kind is '{channel.Kind}'; the kinds are {known}.";
            }
            else if (ProblemOf(kind, name, channel) is { } problem)
            {
                yield return problem;
            }
        }

        foreach (var (hashtag, rule) in options.Rules)
        {
            if (hashtag != "*" && !Hashtag.TryParse(hashtag, out _))
            {
                yield return $"Alerts:Rules:{hashtag} names no hashtag; write a hashtag, or * for every one.";
            }

            if (rule.Threshold is { } threshold && (threshold.Within < TimeSpan.FromSeconds(1) || threshold.Within > TimeSpan.FromDays(31)))
            {
                yield return $"Alerts:Rules:{hashtag}:Threshold:Within is {threshold.Within}; write a span from 1s to 31d.";
            }

            foreach (var channel in rule.Channels.Where(channel => !options.Channels.ContainsKey(channel) && (options.Channels.Count > 0 || channel != AlertChannels.DefaultName)))
            {
                yield return $"Alerts:Rules:{hashtag}:Channels names '{channel}', which is not configured under Alerts:Channels.";
            }
        }
    }
}
