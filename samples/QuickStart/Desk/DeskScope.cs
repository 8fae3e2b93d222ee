namespace Parsimony.QuickStart.Desk;

/// <summary>For whom the desk calls the model.</summary>
internal static class DeskScope
{
    private const string HomeTenant = "larkspur";
    private const string Agent = "support";

    public static CallScope Of(DeskTurn turn) =>
        new() { Tenant = turn.Message.Tenant ?? HomeTenant, Agent = Agent, Session = $"session-{turn.Session}" };
}
