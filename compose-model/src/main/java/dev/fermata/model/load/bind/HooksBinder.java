package dev.fermata.model.load.bind;

import dev.fermata.model.Hook;
import dev.fermata.model.Hooks;
import dev.fermata.model.InitContainer;
import dev.fermata.model.Service;
import dev.fermata.model.Value;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.service.HookTable;
import dev.fermata.model.schema.service.PreStartTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** Binds what is run as a service comes and goes. */
final class HooksBinder {
  private HooksBinder() {}

  /** {@code containers} binds the canonical form of a container, as that of a service. */
  static Hooks hooks(Mapping service, Function<Mapping, Service> containers) {
    List<InitContainer> preStart =
        ServiceTable.PRE_START.in(service).orElse(List.of()).stream()
            .map(hook -> new InitContainer(containers.apply(hook), runs(hook)))
            .toList();
    return new Hooks(
        preStart, hooks(ServiceTable.POST_START, service), hooks(ServiceTable.PRE_STOP, service));
  }

  private static InitContainer.Runs runs(Mapping hook) {
    return PreStartTable.PER_REPLICA.in(hook).orElse(false)
        ? InitContainer.Runs.PER_REPLICA
        : InitContainer.Runs.ONCE;
  }

  private static List<Hook> hooks(Attribute<List<Mapping>> attribute, Mapping service) {
    return attribute.in(service).orElse(List.of()).stream().map(HooksBinder::hook).toList();
  }

  static Hook hook(Mapping hook) {
    var environment = new LinkedHashMap<String, Value>();
    HookTable.ENVIRONMENT
        .in(hook)
        .ifPresent(all ->
            all.forEach((name, text) ->
                text.ifPresent(it -> environment.put(name, ServiceBinder.value(name, it)))));
    return new Hook(
        HookTable.COMMAND.in(hook).orElse(List.of()),
        HookTable.USER.in(hook).filter(user -> !user.isEmpty()),
        HookTable.PRIVILEGED.in(hook).orElse(false),
        HookTable.WORKING_DIR.in(hook).filter(folder -> !folder.isEmpty()),
        environment);
  }
}
