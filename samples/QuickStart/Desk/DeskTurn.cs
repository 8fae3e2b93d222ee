namespace Parsimony.QuickStart.Desk;

/// <summary>One customer's message in its session.</summary>
/// <param name="Number">The place in the stream, from 0.</param>
/// <param name="Session">The session's number, from 0.</param>
/// <param name="Place">The place in the session, from 0: at 0 a new session begins.</param>
/// <param name="Message">The message.</param>
internal sealed record DeskTurn(int Number, int Session, int Place, CustomerMessage Message);
