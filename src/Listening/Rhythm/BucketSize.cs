namespace Listening.Rhythm;

/// <summary>Width of a bucket on the clock and calendar of a zone; weeks begin on Monday.</summary>
public enum BucketSize
{
    Hour,
    Day,
    Week,
}
