using Listening.Posts;
using Listening.Stores;
using Listening.Worker.Answers;
using Listening.Worker.Dashboard.Pages;

namespace Listening.Worker.Dashboard;

/// <summary>The pages people read: <c>/</c> and <c>/hashtags/{tag}</c>.</summary>
internal static class DashboardEndpoints
{
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services.AddSingleton<HashtagPageBuilder>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        DashboardFiles.Map(routes);
        routes.MapGet("/", HomeAsync).ExcludeFromDescription();
        routes.MapGet("/hashtags/{tag}", HashtagAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> HomeAsync(ITrackingStore tracking, Questions questions, DemoMode demo, CancellationToken ct)
    {
        var followed = await tracking.HashtagsAsync(ct);
        if (followed is [var only])
        {
            return TypedResults.Redirect(HashtagView.AddressOf(only.Hashtag));
        }

        List<HomeHashtag> hashtags = [];
        foreach (var hashtag in followed)
        {
            var total = await questions.TotalAsync(Hashtag.Parse(hashtag.Hashtag), null, null, ct);
            hashtags.Add(new HomeHashtag(hashtag, total.Posts, total.People, total.Coverage));
        }

        return new HtmlPage<HomePage>(StatusCodes.Status200OK, new() { [nameof(HomePage.View)] = new HomeView(hashtags, demo.IsOn) });
    }

    private static async Task<IResult> HashtagAsync(string tag, [AsParameters] HashtagPageQuery query, HashtagPageBuilder builder, CancellationToken ct)
    {
        var view = await builder.BuildAsync(tag, query, ct);
        var status = view.Search.Trouble is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return new HtmlPage<HashtagPage>(status, new() { [nameof(HashtagPage.View)] = view });
    }
}
