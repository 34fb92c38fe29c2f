using System.Globalization;
using WhatsAppBots.BotKit.Buttons;
using WhatsAppBots.Bots.Portraits.Steps;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>Buttons and rows, each with what happens when it is pressed, whenever that is.</summary>
internal static class PortraitIds
{
    public const string Prefix = PortraitsModule.Name + ":";

    public static readonly ButtonRoutes<PortraitTurn> Routes = new(PortraitsModule.Name);

    public static readonly string Begin = Routes.On("begin", Beginning.Begin);
    public static readonly string How = Routes.On("how", Beginning.How);
    public static readonly string Good = Routes.On("good", Beginning.GoodPhotos);
    public static readonly string Ready = Routes.On("ready", Beginning.Ready);
    public static readonly string Agree = Routes.On("agree", Beginning.Agree);
    public static readonly string Decline = Routes.On("decline", Beginning.Decline);
    public static readonly string Add = Routes.On("add", Collecting.More);
    public static readonly string Done = Routes.On("done", Choosing.Tiers);
    public static readonly string Review = Routes.On("review", Reviewing.Review);
    public static readonly string Restart = Routes.On("restart", Collecting.AskToRestart);
    public static readonly string RestartYes = Routes.On("restartyes", Collecting.Restart);
    public static readonly string Tiers = Routes.On("tiers", Choosing.Tiers);
    public static readonly string Packs = Routes.On("packs", Choosing.Again);
    public static readonly string Anew = Routes.On("anew", Returning.Anew);
    public static readonly string Menu = Routes.On("menu", Where.Menu);
    public static readonly string Skip = Routes.On("skip", Rating.Skip);
    public static readonly string Withdraw = Routes.On("withdraw", Erasing.Withdraw);

    public static readonly string ChangeWho = Routes.On("whose", Steps.Who.Ask);
    public static readonly string Back = Routes.On("back", Where.Back);

    private static readonly ButtonRoute<string> _use = Routes.OnText("use", Collecting.UseAnyway);
    private static readonly ButtonRoute<string> _leave = Routes.OnText("leave", Collecting.LeaveOut);
    private static readonly ButtonRoute<string> _tier = Routes.OnText("tier", Choosing.Tier);
    private static readonly ButtonRoute<long> _pack = Routes.OnId("pack", Choosing.Pack);
    private static readonly ButtonRoute<long> _examples = Routes.OnId("examples", Choosing.Examples);
    private static readonly ButtonRoute<long> _order = Routes.OnId("order", Ordering.Place);
    private static readonly ButtonRoute<int> _pay = Routes.OnNumber("pay", Ordering.ShowLink);
    private static readonly ButtonRoute<int> _cancel = Routes.OnNumber("cancel", Ordering.Cancel);
    private static readonly ButtonRoute<int> _look = Routes.OnNumber("look", Money.AskProvider);
    private static readonly ButtonRoute<string> _refund = Routes.OnText("refund", Refunding.GiveBack);
    private static readonly ButtonRoute<int> _show = Routes.OnNumber("show", Making.Show);
    private static readonly ButtonRoute<string> _rate = Routes.OnText("rate", Rating.Rate);
    private static readonly ButtonRoute<int> _again = Routes.OnNumber("again", Rating.MakeAgain);
    private static readonly ButtonRoute<long> _model = Routes.OnId("model", Returning.Use);
    private static readonly ButtonRoute<string> _who = Routes.OnText("who", Steps.Who.Choose);

    public static string Who(string name) => _who.Of(name);
    public static string Use(string photo) => _use.Of(photo);
    public static string Leave(string photo) => _leave.Of(photo);
    public static string Tier(string tier) => _tier.Of(tier);
    public static string Pack(long pack) => _pack.Of(pack);
    public static string Examples(long pack) => _examples.Of(pack);
    public static string Order(long pack) => _order.Of(pack);
    public static string Pay(int order) => _pay.Of(order);
    public static string Cancel(int order) => _cancel.Of(order);
    public static string Look(int order) => _look.Of(order);
    public static string Refund(int order, string payment) => _refund.Of(string.Create(CultureInfo.InvariantCulture, $"{order}:{payment}"));
    public static string Show(int order) => _show.Of(order);
    public static string Rate(int order, int stars) => _rate.Of(string.Create(CultureInfo.InvariantCulture, $"{order}:{stars}"));
    public static string Again(int order) => _again.Of(order);
    public static string Model(long tune) => _model.Of(tune);
}
