package dev.fermata.planner.provision;

import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.request.Scope;
import dev.fermata.planner.spec.ProviderCall.Command;
import java.util.Map;
import java.util.TreeMap;

/** Calls that stop or take away what other programs provide; nobody else knows what is there. */
public final class ProviderStops {
  private ProviderStops() {}

  /** For the services that a command is about, where its files are known. */
  public static Map<ServiceName, Draft> of(Scope scope, Command command) {
    var calls = new TreeMap<ServiceName, Draft>();
    var reason = new Reason.Asked(command.text());
    scope
        .project()
        .ifPresent(project -> {
          for (Service service : project.services().values()) {
            if (scope.includes(service.name())) {
              new ProviderCalls(project)
                  .draft(service, command, reason)
                  .ifPresent(call -> calls.put(service.name(), call));
            }
          }
        });
    return calls;
  }
}
