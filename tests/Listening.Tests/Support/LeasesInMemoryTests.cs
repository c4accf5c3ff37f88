using Listening.Stores;
using Listening.Tests.Storage;

namespace Listening.Tests.Support;

public sealed class LeasesInMemoryTests : LaneLeaseSpecification
{
    private readonly LeasesInMemory _leases = new();

    protected override Task<ILaneLeases> OpenAsync() => Task.FromResult<ILaneLeases>(_leases);
}
