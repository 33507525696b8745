package dev.fermata.cli.command;

import dev.fermata.cli.session.Invocation;
import dev.fermata.model.Build;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.Value;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the command line adds to every build. */
record BuildFlags(List<String> args, Set<Build.Option> switches, Invocation invocation) {
  BuildFlags {
    args = List.copyOf(args);
    switches = Set.copyOf(switches);
  }

  Project applied(Project project) {
    if (args.isEmpty() && switches.isEmpty()) {
      return project;
    }
    var services = new TreeMap<>(project.services());
    services.replaceAll((name, service) -> applied(service));
    return project.withServices(services, project.disabled());
  }

  private Service applied(Service service) {
    Optional<Build> build = service.build().map(this::applied);
    return new Service(
        service.name(),
        service.image(),
        build,
        service.process(),
        service.networking(),
        service.storage(),
        service.resources(),
        service.security(),
        service.health(),
        service.lifecycle(),
        service.metadata(),
        service.definition());
  }

  private Build applied(Build build) {
    var options = EnumSet.noneOf(Build.Option.class);
    options.addAll(build.options());
    options.addAll(switches);
    var merged = new LinkedHashMap<>(build.args());
    for (String arg : args) {
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      Optional<String> value =
          equals < 0 ? invocation.variable(name) : Optional.of(arg.substring(equals + 1));
      value.ifPresent(text -> merged.put(name, Value.sensitive(text)));
    }
    return new Build(
        build.context(),
        build.dockerfile(),
        build.dockerfileInline(),
        merged,
        build.target(),
        build.labels(),
        build.tags(),
        build.network(),
        build.extraHosts(),
        build.cacheFrom(),
        options,
        build.unsupported());
  }
}
