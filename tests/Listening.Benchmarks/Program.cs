using Listening.Benchmarks;
using Listening.Benchmarks.Bulk;
using Listening.Benchmarks.Ingest;
using Listening.Benchmarks.Memory;
using Listening.Benchmarks.Polling;
using Listening.Benchmarks.Questions;

IReadOnlyList<IBenchmark> benchmarks = [new IngestBenchmark(), new QuestionsBenchmark(), new MemoryBenchmark(), new PollingBenchmark(), new BulkBenchmark()];

if (benchmarks.FirstOrDefault(benchmark => benchmark.Name == args.FirstOrDefault()) is not { } chosen)
{
    Console.WriteLine("Usage: dotnet run -c Release --project tests/Listening.Benchmarks -- <name> [options]");
    Console.WriteLine();
    foreach (var benchmark in benchmarks)
    {
        Console.WriteLine($"  {benchmark.Name,-10}{benchmark.Measures}");
        Console.WriteLine($"  {"",-10}{benchmark.Options}");
    }

    return args is [] or ["--help"] or ["-h"] ? 0 : 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
Console.WriteLine($"{chosen.Name}: {chosen.Measures}");
Console.WriteLine($"{System.Runtime.InteropServices.RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
await chosen.RunAsync(new Arguments(args.Skip(1)), stop.Token);
return 0;
