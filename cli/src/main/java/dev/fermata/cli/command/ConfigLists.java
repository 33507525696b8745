package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.config.VariablesText;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.source.Suggestion;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.planner.digest.ComposeHash;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
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
  private final WorkloadReading reading;

  ConfigLists(Session session, ConfigCommand.Asked asked) {
    this.session = session;
    this.asked = asked;
    this.variants = asked.variants();
    this.reading = WorkloadReading.of(variants);
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
  private List<String> services() {
    return reading.services().apply(shallow()).toList();
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
    if (variants.contains(Variant.NO_INTERPOLATE)) {
      throw new Misuse("`--hash` needs variables filled in: not with `--no-interpolate`");
    }
    List<String> wanted = names.equals("*") ? List.of() : Arrays.asList(names.split(",", -1));
    Project project = new Projects(session).read(wanted, variants);
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
    return reading.profiles().apply(whole()).collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> images() {
    Project project = whole();
    Stream<String> ofJobs = WorkloadReading.images(project, ProjectTable.JOBS.name());
    return Stream.concat(reading.images().apply(project), ofJobs).sorted().toList();
  }

  private String variables() {
    String format = asked.format().among(List.of("table", "json", "yaml"));
    if (!asked.services().isEmpty()) {
      session.err().println("note: " + ComposeSentences.filterNotApplied("--variables"));
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
