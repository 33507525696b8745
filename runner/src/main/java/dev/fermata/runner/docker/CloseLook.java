package dev.fermata.runner.docker;

import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedContainer.Sharing;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.read.ObservedReading;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.task.ParallelCalls;
import dev.fermata.runner.task.ParallelCalls.Pending;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A look at what no list tells of containers that share namespaces: one call for each, at once. */
record CloseLook(Api api, ParallelCalls calls) {

  /** All of them, the wanted ones with what was found. */
  List<ObservedContainer> at(List<ObservedContainer> listed, Predicate<ObservedContainer> wanted) {
    var looks = new HashMap<String, Pending<Sharing>>();
    listed.stream()
        .filter(wanted)
        .forEach(it -> looks.put(it.id(), calls.start(() -> sharing(it.id()))));
    return listed.stream()
        .map(it ->
            Optional.ofNullable(looks.get(it.id()))
                .map(Pending::result)
                .map(it::sharing)
                .orElse(it))
        .toList();
  }

  /** Nothing of a container that has gone since it was listed. */
  private Sharing sharing(String id) {
    try {
      return ObservedReading.sharing(api.get(Query.of("/containers/{}/json", id)));
    } catch (EngineException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Sharing.listed(new TreeMap<>());
      }
      throw e;
    }
  }
}
