namespace Platform.Kernel;

/// <summary>Registered by the scanner as a new object per resolution, for itself and for each Platform interface it implements.</summary>
public interface ITransientDependency;

/// <summary>Registered by the scanner as one object per DI scope (= unit of work), shared by all its Platform interfaces.</summary>
public interface IScopedDependency;

/// <summary>Registered by the scanner as one object per host, shared by all its Platform interfaces. Must be thread-safe.</summary>
public interface ISingletonDependency;

/// <summary>
/// An application service (ABP: IApplicationService): the use cases of a module, called by pages, endpoints and other modules
/// alike. Scoped; checks its own permissions; commits nothing itself.
/// </summary>
public interface IApplicationService : IScopedDependency;
