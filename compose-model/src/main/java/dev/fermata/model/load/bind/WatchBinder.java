package dev.fermata.model.load.bind;

import dev.fermata.model.WatchTrigger;
import dev.fermata.model.WatchTrigger.Action;
import dev.fermata.model.schema.service.DevelopTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.Optional;

/** Binds what changes of files do. */
final class WatchBinder {
  private WatchBinder() {}

  static List<WatchTrigger> triggers(Mapping service) {
    return ServiceTable.DEVELOP.in(service).flatMap(DevelopTable.WATCH::in).stream()
        .flatMap(List::stream)
        .map(WatchBinder::trigger)
        .toList();
  }

  private static WatchTrigger trigger(Mapping trigger) {
    Action action = Action.of(DevelopTable.ACTION.in(trigger).orElse("rebuild"));
    return new WatchTrigger(
        DevelopTable.PATH.in(trigger).orElse(""),
        action,
        DevelopTable.TARGET.in(trigger).filter(target -> !target.isEmpty()),
        DevelopTable.INCLUDE.in(trigger).orElse(List.of()),
        DevelopTable.IGNORE.in(trigger).orElse(List.of()),
        DevelopTable.INITIAL_SYNC.in(trigger).orElse(false),
        action == Action.SYNC_AND_EXEC
            ? DevelopTable.EXEC.in(trigger).map(HooksBinder::hook)
            : Optional.empty());
  }
}
