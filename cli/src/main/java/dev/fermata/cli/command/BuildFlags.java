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
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the command line adds to every build. */
record BuildFlags(
    List<String> args,
    Set<Build.Option> switches,
    Optional<String> agent,
    Attestations attestations,
    Invocation invocation) {
  private static final Span PLACE = Span.of("--build-arg");
  private static final Span SSH = Span.of("--ssh");

  /** What is to be said of images beside what they are: {@code true}, {@code false}, settings. */
  record Attestations(Optional<String> provenance, Optional<String> sbom) {}

  BuildFlags {
    args = List.copyOf(args);
    switches = Set.copyOf(switches);
  }

  Project applied(Project project) {
    if (saysNothing()) {
      return project;
    }
    return Changes.ofAllServices(project, this::applied);
  }

  private boolean saysNothing() {
    return args.isEmpty()
        && switches.isEmpty()
        && agent.isEmpty()
        && attestations.provenance().isEmpty()
        && attestations.sbom().isEmpty();
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
    if (agent.isPresent()) {
      changed = withAgent(changed, agent.get());
    }
    changed = with(changed, BuildTable.PROVENANCE, attestations.provenance());
    return with(changed, BuildTable.SBOM, attestations.sbom());
  }

  private static Mapping with(Mapping build, Attribute<String> row, Optional<String> text) {
    return text.map(it -> row.setIn(build, Scalar.string(it, Span.of("--" + row.name()))))
        .orElse(build);
  }

  /** An agent of the same name gives way to it. */
  private static Mapping withAgent(Mapping build, String agent) {
    String id = idOf(agent);
    var agents = new ArrayList<Node>();
    if (BuildTable.SSH.nodeIn(build).orElse(null) instanceof Sequence before) {
      before.items().stream().filter(it -> !idOf(Nodes.text(it)).equals(id)).forEach(agents::add);
    }
    agents.add(Scalar.string(agent, SSH));
    return BuildTable.SSH.setIn(build, Sequence.of(agents, SSH));
  }

  private static String idOf(String agent) {
    return agent.split("=", 2)[0];
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
