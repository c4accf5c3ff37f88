using System.Text;

namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>A page for people where JSON was asked for: a proxy's error page, or a login page with 200.</summary>
internal sealed record HtmlPage(int Status, string Title = "Sorry, this page is down for maintenance") : ScriptedFault
{
    public override Task AnswerAsync(ScriptedExchange exchange)
    {
        var page = Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html><head><title>{Title}</title></head><body><h1>{Title}</h1></body></html>\n");
        return new ScriptedAnswer(Status, page, "text/html; charset=utf-8").WriteAsync(exchange.Context.Response, exchange.Stopping);
    }
}
