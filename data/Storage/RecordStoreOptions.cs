namespace RenkeiBot.Data.Storage;

/// <summary>Where the records are.</summary>
/// <param name="Directory">The folder with the record files (setting <c>Records:Path</c>; by default <c>Records</c> beside the program).</param>
public sealed record RecordStoreOptions(string Directory);
