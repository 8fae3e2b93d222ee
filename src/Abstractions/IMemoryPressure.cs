namespace Parsimony;

/// <summary>How near the process is to its memory limit.</summary>
public interface IMemoryPressure
{
    /// <summary>Gets the pressure: 0 (none) to 1 (at the limit). Reading it is cheap enough for every call.</summary>
    double Pressure { get; }
}
