package dev.fermata.cli.command;

import dev.fermata.cli.session.Invocation;
import dev.fermata.model.Build;
import dev.fermata.model.Project;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the command line adds to every build. */
record BuildFlags(List<String> args, Set<Build.Option> switches, Invocation invocation) {
  private static final Span PLACE = Span.of("--build-arg");

  BuildFlags {
    args = List.copyOf(args);
    switches = Set.copyOf(switches);
  }

  Project applied(Project project) {
    if (args.isEmpty() && switches.isEmpty()) {
      return project;
    }
    return Changes.ofServices(project, this::applied);
  }

  private Mapping applied(Mapping service) {
    return WorkloadTable.BUILD
        .in(service)
        .map(build -> WorkloadTable.BUILD.setIn(service, ofBuild(build)))
        .orElse(service);
  }

  private Mapping ofBuild(Mapping build) {
    Mapping changed = build;
    for (String arg : args) {
      changed = withArgument(changed, arg);
    }
    for (Build.Option option : switches) {
      changed = attribute(option).setIn(changed, Scalar.bool(true, PLACE));
    }
    return changed;
  }

  private Mapping withArgument(Mapping build, String arg) {
    int equals = arg.indexOf('=');
    String name = equals < 0 ? arg : arg.substring(0, equals);
    Optional<String> value =
        equals < 0 ? invocation.variable(name) : Optional.of(arg.substring(equals + 1));
    Mapping before =
        BuildTable.ARGS.nodeIn(build).orElse(null) instanceof Mapping all
            ? all
            : Mapping.empty(PLACE);
    return value
        .map(text -> BuildTable.ARGS.setIn(build, before.with(name, Scalar.secret(text, PLACE))))
        .orElse(build);
  }

  private static Attribute<Boolean> attribute(Build.Option option) {
    return switch (option) {
      case NO_CACHE -> BuildTable.NO_CACHE;
      case PULL -> BuildTable.PULL;
    };
  }
}
