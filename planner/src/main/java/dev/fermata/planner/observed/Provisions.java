package dev.fermata.planner.observed;

import dev.fermata.model.ServiceName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What programs beside the engine have provided in this run: services, and models, whose endpoints
 * are by their keys. No engine knows of them, so each run asks anew.
 */
public record Provisions(
    SortedMap<ServiceName, Variables> services, SortedMap<String, String> models) {

  public static final Provisions NONE =
      new Provisions(Collections.emptySortedMap(), Collections.emptySortedMap());

  /**
   * The variables that dependants get: those with the name of the service in front, and those as
   * they are.
   */
  public record Variables(SortedMap<String, String> prefixed, SortedMap<String, String> raw) {
    public Variables {
      prefixed = Collections.unmodifiableSortedMap(new TreeMap<>(prefixed));
      raw = Collections.unmodifiableSortedMap(new TreeMap<>(raw));
    }
  }

  public Provisions {
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
  }

  public static Provisions ofService(ServiceName service, Variables variables) {
    var services = new TreeMap<ServiceName, Variables>();
    services.put(service, variables);
    return new Provisions(services, Collections.emptySortedMap());
  }

  public static Provisions ofModel(String key, String endpoint) {
    var models = new TreeMap<String, String>();
    models.put(key, endpoint);
    return new Provisions(Collections.emptySortedMap(), models);
  }

  public boolean isEmpty() {
    return services.isEmpty() && models.isEmpty();
  }

  public Provisions and(Provisions more) {
    var allServices = new TreeMap<>(services);
    allServices.putAll(more.services);
    var allModels = new TreeMap<>(models);
    allModels.putAll(more.models);
    return new Provisions(allServices, allModels);
  }
}
