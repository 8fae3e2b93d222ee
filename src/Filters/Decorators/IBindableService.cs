namespace Parsimony.SemanticKernel;

/// <summary>A decorated service that can be bound to one call of a kernel.</summary>
internal interface IBindableService
{
    /// <summary>Makes a view of this service that knows its call. It shares everything else with the service and needs no disposal.</summary>
    object Bind(CallBinding binding);
}
