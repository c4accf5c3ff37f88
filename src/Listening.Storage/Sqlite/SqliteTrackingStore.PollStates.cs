using Listening.Tracking;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

internal sealed partial class SqliteTrackingStore
{
    public Task<IReadOnlyList<PollState>> PollStatesAsync(DateTimeOffset? dueBy, CancellationToken ct) => database.ReadAsync<IReadOnlyList<PollState>>(
        session => session.Query(
            $"SELECT body, version FROM poll_states WHERE next_poll_at <= {dueBy?.ToUnixTimeMilliseconds() ?? long.MaxValue} ORDER BY next_poll_at, target",
            ReadState),
        ct);

    public Task<PollState?> SaveAsync(PollState state, CancellationToken ct)
    {
        // Random, so that the version of a target that was removed and added again is never one that somebody still holds.
        var saved = state with { Version = Guid.NewGuid().ToString("N") };
        return database.WriteAsync(
            session =>
            {
                var changed = state.Version is null
                    ? session.Execute($"""
                        INSERT INTO poll_states (target, next_poll_at, version, body)
                        VALUES ({state.Target.Id}, {state.NextPollAt.ToUnixTimeMilliseconds()}, {saved.Version}, {Json(saved)}) ON CONFLICT DO NOTHING
                        """)
                    : session.Execute($"""
                        UPDATE poll_states SET next_poll_at = {state.NextPollAt.ToUnixTimeMilliseconds()}, version = {saved.Version}, body = {Json(saved)}
                        WHERE target = {state.Target.Id} AND version = {state.Version}
                        """);
                return changed == 1 ? saved : null;
            },
            ct);
    }

    public Task RemovePollStateAsync(PollTarget target, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"DELETE FROM poll_states WHERE target = {target.Id}"), ct);

    private static PollState ReadState(SqliteDataReader reader) => Read<PollState>(reader) with { Version = reader.GetString(1) };
}
