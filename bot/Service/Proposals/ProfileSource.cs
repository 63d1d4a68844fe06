using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Service.Proposals;

/// <summary>What the records know of organisations, shared by all: made anew when the records have changed.</summary>
internal sealed class ProfileSource(RecordStore store)
{
    private readonly Lock making = new();
    private (RecordSet Records, OrganisationProfiles Profiles)? made;

    public OrganisationProfiles Current
    {
        get
        {
            var records = store.Current;
            lock (making)
            {
                if (made is var (known, profiles) && ReferenceEquals(known, records))
                    return profiles;
                profiles = new OrganisationProfiles(records);
                made = (records, profiles);
                return profiles;
            }
        }
    }
}
