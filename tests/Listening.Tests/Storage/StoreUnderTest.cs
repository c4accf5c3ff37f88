using Listening.Alerts;
using Listening.Stores;

namespace Listening.Tests.Storage;

/// <summary>One store, through the contracts that the product sees.</summary>
public sealed record StoreUnderTest(
    IStore Store,
    IPostStore Posts,
    ITrackingStore Tracking,
    ICoverageLog Coverage,
    IAuthorMarks Authors,
    IDeadLetters DeadLetters,
    IAlertLog Alerts,
    IMissedPosts Missed,
    IUnfinishedImports Imports);
