namespace Parsimony;

/// <summary>Somewhere alerts go. Those registered in the service collection are used beside the webhook and the e-mail service.</summary>
public interface IAlertSink
{
    /// <summary>Gets the name that failures are logged under.</summary>
    string Name { get; }

    /// <summary>Sends one alert. It is called for one alert at a time, never on the thread of a model call.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="cancellationToken">Cancels the sending when it takes too long or the process ends.</param>
    /// <returns>A task that ends when the alert was delivered.</returns>
    /// <exception cref="Exception">It was not. It is tried again a few times, unless an <see cref="HttpRequestException"/> says that this would be of no use.</exception>
    Task SendAsync(Alert alert, CancellationToken cancellationToken);
}
