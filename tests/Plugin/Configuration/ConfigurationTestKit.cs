using System.Text;
using Microsoft.Extensions.Configuration;

namespace Parsimony.Tests.Configuration;

internal static class ConfigurationTestKit
{
    public static IConfiguration Json(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();

    public static ParsimonyOptions Read(string json)
    {
        var options = new ParsimonyOptions();
        ConfigurationReader.Read(Json(json), options);
        return options;
    }
}
