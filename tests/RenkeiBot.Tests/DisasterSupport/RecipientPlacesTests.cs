using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.DisasterSupport;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.DisasterSupport;

/// <summary>支援先 is free text: which places are read in it, and which are not.</summary>
public sealed class RecipientPlacesTests
{
    private static readonly RecordSet Records = RecordSet.Create(RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None).GetAwaiter().GetResult().SelectMany(file => file.Records));

    [Theory]
    [InlineData("石川県輪島市", "石川県輪島市")]
    [InlineData("石川県 輪島市", "石川県輪島市")]
    [InlineData("石川県鳳珠郡能登町", "石川県能登町")]
    [InlineData("輪島市役所（福祉課）", "石川県輪島市")]
    [InlineData("輪島、珠洲の避難所", "石川県珠洲市 石川県輪島市")]
    [InlineData("石川県、輪島市", "石川県 石川県輪島市")]
    [InlineData("石川県庁", "石川県")]
    [InlineData("石川", "石川県")]
    [InlineData("宮城県東松島市", "宮城県東松島市")]
    [InlineData("広島県府中市", "広島県府中市")]
    [InlineData("府中市", "")]
    [InlineData("能登の避難所", "")]
    [InlineData("能登半島地震の被災者", "")]
    [InlineData("避難所", "")]
    [InlineData("", "")]
    public void Reads_the_places(string recipient, string expected) =>
        Assert.Equal(expected, string.Join(' ', new RecipientPlaces(Records, ["石川県"]).Read(recipient).Select(place => place.Prefecture + place.Name)));
}
