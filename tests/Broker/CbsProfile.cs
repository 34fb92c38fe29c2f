using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;

namespace WhatsAppBots.Broker;

/// <summary>The client names itself by tokens that follow, which nobody looks at here.</summary>
internal sealed class CbsProfile() : SaslProfile(Name)
{
    public const string Name = "MSSBCBS";

    protected override ITransport UpgradeTransport(ITransport transport) => transport;

    protected override DescribedList? GetStartCommand(string hostname) => null;

    protected override DescribedList OnCommand(DescribedList command) => new SaslOutcome { Code = SaslCode.Ok };
}
