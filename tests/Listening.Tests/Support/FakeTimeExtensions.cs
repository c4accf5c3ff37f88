using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Support;

internal static class FakeTimeExtensions
{
    /// <summary>Lets the fake clock run, much faster than a real one, until the task has ended; then awaits it.</summary>
    public static async Task<T> RunUntilAsync<T>(this FakeTimeProvider time, Task<T> task, double secondsPerStep = 0.1)
    {
        while (!task.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(4), TimeProvider.System);
            time.Advance(TimeSpan.FromSeconds(secondsPerStep));
        }

        return await task;
    }
}
