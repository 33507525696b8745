package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.config.VariablesText;
import dev.fermata.model.Dependency;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.source.Suggestion;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import dev.fermata.planner.ComposeHash;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lists that {@code config} prints in place of the model; where Docker Compose prints them in
 * random order, ours are sorted.
 */
final class ConfigLists {
  private final Session session;
  private final ConfigCommand.Asked asked;
  private final Set<Variant> variants;

  ConfigLists(Session session, ConfigCommand.Asked asked) {
    this.session = session;
    this.asked = asked;
    this.variants = asked.variants();
  }

  String text(ConfigList.Asked wanted) {
    return switch (wanted.list()) {
      case SERVICES -> lines(services());
      case VOLUMES -> lines(names(ProjectTable.VOLUMES.name()));
      case NETWORKS -> lines(names(ProjectTable.NETWORKS.name()));
      case MODELS -> lines(models());
      case HASH -> lines(hashes(wanted.hashed()));
      case PROFILES -> lines(profiles());
      case IMAGES -> lines(images());
      case VARIABLES -> variables();
      case ENVIRONMENT -> environment();
    };
  }

  /** Those on which others depend come first; arguments narrow nothing, as in Docker Compose. */
  private Collection<?> services() {
    Project project = shallow();
    if (isRaw()) {
      return section(project, ProjectTable.SERVICES.name()).keySet();
    }
    var ordered = new LinkedHashSet<ServiceName>();
    project.services().keySet().forEach(name -> addAfterDependencies(name, project, ordered));
    return ordered;
  }

  private static void addAfterDependencies(
      ServiceName name, Project project, Set<ServiceName> ordered) {
    Service service = project.services().get(name);
    if (service == null || ordered.contains(name)) {
      return;
    }
    service.lifecycle().dependencies().stream()
        .map(Dependency::service)
        .sorted()
        .forEach(needed -> addAfterDependencies(needed, project, ordered));
    ordered.add(name);
  }

  private Collection<String> names(String section) {
    return section(shallow(), section).keySet();
  }

  private List<String> models() {
    return section(shallow(), ProjectTable.MODELS.name()).values().stream()
        .flatMap(entry -> text(entry.value(), "model").stream())
        .sorted()
        .toList();
  }

  private List<String> hashes(String names) {
    if (isRaw()) {
      throw new Misuse("`--hash` needs variables filled in: not with `--no-interpolate`");
    }
    List<String> wanted = names.equals("*") ? List.of() : Arrays.asList(names.split(",", -1));
    Project project = new Projects(session).read(List.of(), variants);
    Collection<ServiceName> chosen =
        wanted.isEmpty() ? project.services().keySet() : known(wanted, project);
    return chosen.stream()
        .map(name -> name + " " + ComposeHash.unresolved(project.service(name)))
        .toList();
  }

  private static Collection<ServiceName> known(List<String> wanted, Project project) {
    var known = new TreeSet<ServiceName>();
    List<String> all = project.services().keySet().stream().map(ServiceName::text).toList();
    for (String name : wanted) {
      if (!all.contains(name)) {
        throw EarlyEnd.refused(ComposeSentences.noSuchService(name), hint(name, all));
      }
      known.add(new ServiceName(name));
    }
    return known;
  }

  private static String hint(String name, List<String> all) {
    return Suggestion.closest(name, all)
        .map(near -> "did you mean `" + near + "`?")
        .orElse("the project has " + (all.isEmpty() ? "no services" : String.join(", ", all)));
  }

  private Collection<String> profiles() {
    Project project = whole();
    if (isRaw()) {
      return section(project, ProjectTable.SERVICES.name()).values().stream()
          .flatMap(entry -> rawProfiles(entry.value()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
    return Stream.concat(project.services().values().stream(), project.disabled().values().stream())
        .flatMap(service -> service.metadata().profiles().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> rawProfiles(Node service) {
    return service instanceof Mapping mapping
            && mapping.get("profiles").orElse(null) instanceof Sequence profiles
        ? profiles.items().stream()
            .flatMap(item -> item instanceof Scalar name ? Stream.of(name.text()) : Stream.of())
        : Stream.of();
  }

  private List<String> images() {
    Project project = whole();
    Stream<String> ofServices =
        isRaw()
            ? images(project, ProjectTable.SERVICES.name())
            : project.services().values().stream().flatMap(ConfigLists::images);
    return Stream.concat(ofServices, images(project, ProjectTable.JOBS.name())).sorted().toList();
  }

  /** The service's own, and those of its hooks. */
  private static Stream<String> images(Service service) {
    String own = service.image().toString();
    Stream<String> others =
        ServiceTable.PRE_START.in(service.definition().tree()).stream()
            .flatMap(List::stream)
            .flatMap(hook -> ContainerTable.IMAGE.in(hook).stream())
            .filter(image -> !image.equals(own));
    return Stream.concat(Stream.of(own), others);
  }

  private static Stream<String> images(Project project, String section) {
    return section(project, section).entrySet().stream()
        .map(workload ->
            text(workload.getValue().value(), "image")
                .orElse(project.name() + "-" + workload.getKey()));
  }

  private String variables() {
    String format = asked.format().among(List.of("table", "json", "yaml"));
    if (!asked.services().isEmpty()) {
      session.err().println("note: with `--variables` those of the whole model are shown");
    }
    return VariablesText.of(new Projects(session).variables(), format);
  }

  private String environment() {
    var text = new StringBuilder();
    new Projects(session)
        .environment()
        .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return asked.quiet() ? "" : text.toString();
  }

  private boolean isRaw() {
    return variants.contains(Variant.NO_INTERPOLATE);
  }

  private Project whole() {
    return new Projects(session).read(asked.services(), variants);
  }

  /** All services, and the files that they name stay closed. */
  private Project shallow() {
    var fewer = EnumSet.of(Variant.NO_ENVIRONMENT_RESOLUTION);
    fewer.addAll(variants);
    return new Projects(session).read(List.of(), fewer);
  }

  private static Map<String, Mapping.Entry> section(Project project, String name) {
    return project.definition().tree().entriesOf(name);
  }

  private static Optional<String> text(Node node, String key) {
    return node instanceof Mapping mapping
            && mapping.get(key).orElse(null) instanceof Scalar scalar
            && !scalar.text().isEmpty()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static String lines(Collection<?> names) {
    var text = new StringBuilder();
    names.forEach(name -> text.append(name).append('\n'));
    return text.toString();
  }
}
