using Listening.Tests.EndToEnd.Federation;
using Xunit.v3;

// Tests of whole workers mostly wait for a process or a clock; more threads than processors let the others run meanwhile.
[assembly: Parallelization(MaxThreads = 5)]
[assembly: AssemblyFixture(typeof(FederationRuns))]
