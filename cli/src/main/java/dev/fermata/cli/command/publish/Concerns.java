package dev.fermata.cli.command.publish;

import dev.fermata.cli.command.publish.PublishCommand.Wishes;
import dev.fermata.cli.session.Session;
import dev.fermata.model.leak.Leak;
import dev.fermata.model.leak.LeakScan;
import dev.fermata.model.leak.SecretNames;
import dev.fermata.model.load.file.Sources;
import dev.fermata.model.load.publish.Publication.ComposeFile;
import dev.fermata.model.load.publish.Publication.EnvFile;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Sequence;
import dev.fermata.sources.FileSources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What somebody may not have meant to hand to others, each as a question. */
final class Concerns {
  private final Session session;
  private final Publishable publishable;
  private final Wishes wishes;

  Concerns(Session session, Publishable publishable, Wishes wishes) {
    this.session = session;
    this.publishable = publishable;
    this.wishes = wishes;
  }

  List<String> questions() {
    var questions = new ArrayList<String>();
    bindMounts().ifPresent(questions::add);
    secrets().ifPresent(questions::add);
    if (!wishes.withEnvironment()) {
      environment().ifPresent(questions::add);
    }
    configs().ifPresent(questions::add);
    return questions;
  }

  private Optional<String> bindMounts() {
    var lines = new ArrayList<String>();
    publishable
        .workloads()
        .forEach((name, workload) -> {
          for (String mount : Publishable.bindMounts(workload)) {
            lines.add("  \"" + name + "\": " + mount);
          }
        });
    return question(
        ComposeSentences.PUBLISHES_BIND_MOUNTS
            + "\nTheir content stays here: whoever brings it up mounts a path of that machine.",
        lines,
        ComposeSentences.BIND_MOUNTS_OK);
  }

  private Optional<String> secrets() {
    List<String> lines = leaks().stream().distinct().map(this::line).toList();
    return question(
        ComposeSentences.PUBLISHES_SECRETS + "\n" + ComposeSentences.DOUBLE_CHECK_SECRETS,
        lines,
        ComposeSentences.SECRETS_OK);
  }

  /** A secret, and the file that it stands in. */
  private record Found(String file, Leak leak) {}

  /** Who asks for Docker Compose is shown what that shows, the secrets themselves. */
  private String line(Found found) {
    Leak leak = found.leak();
    if (session.isCalledCompose()) {
      return leak.type() + "\n\"" + leak.key() + "\": " + leak.value();
    }
    String key = leak.key().isEmpty() ? "" : ", `" + leak.key() + "`";
    return "  " + leak.type() + " " + leak.masked() + " in " + found.file() + key;
  }

  /** Files of secrets and configs are looked at, too: they tend to be kept beside the others. */
  private List<Found> leaks() {
    var leaks = new ArrayList<Found>();
    for (ComposeFile file : publishable.publication().composeFiles()) {
      file.documents().forEach(document -> leaks.addAll(found(file.path(), LeakScan.in(document))));
    }
    for (EnvFile file : publishable.publication().envFiles()) {
      leaks.addAll(found(file.path(), LeakScan.in(file.path(), file.text())));
    }
    var files = new FileSources();
    for (Attribute<?> section : List.of(ProjectTable.CONFIGS, ProjectTable.SECRETS)) {
      for (Node entry : entries(publishable.project().definition().tree(), section).values()) {
        file(entry).ifPresent(path -> leaks.addAll(found(path, inFile(files, path))));
      }
    }
    return leaks;
  }

  private List<Found> found(String path, List<Leak> leaks) {
    String here = session.invocation().directory() + "/";
    String shown = path.startsWith(here) ? path.substring(here.length()) : path;
    return leaks.stream().map(leak -> new Found(shown, leak)).toList();
  }

  private static Optional<String> file(Node entry) {
    return entry instanceof Mapping mapping
        ? SecretTables.FILE.nodeIn(mapping).map(Nodes::text).filter(path -> !path.isEmpty())
        : Optional.empty();
  }

  private static List<Leak> inFile(Sources files, String path) {
    return files.read(path) instanceof Sources.Content.Found found
        ? LeakScan.in(path, new String(found.bytes(), StandardCharsets.UTF_8))
        : List.of();
  }

  private Optional<String> environment() {
    SortedMap<String, List<String>> found = new TreeMap<>();
    for (Mapping document : documents()) {
      for (Attribute<?> section : ProjectTable.WORKLOADS) {
        entries(document, section)
            .forEach((name, node) -> {
              if (node instanceof Mapping workload) {
                add(found, name, workload);
              }
            });
      }
    }
    List<String> lines =
        found.entrySet().stream()
            .flatMap(
                entry -> entry.getValue().stream().distinct().map(it -> quoted(entry.getKey(), it)))
            .toList();
    return question(
        ComposeSentences.PUBLISHES_ENVIRONMENT,
        lines,
        ComposeSentences.WITH_ENV_SILENCES + "\n" + ComposeSentences.ENVIRONMENT_OK);
  }

  private static String quoted(String name, String finding) {
    return "  \"" + name + "\": " + finding;
  }

  private static void add(SortedMap<String, List<String>> found, String name, Mapping workload) {
    if (ContainerTable.ENV_FILE.nodeIn(workload).orElse(null) instanceof Sequence files
        && !files.items().isEmpty()) {
      found.computeIfAbsent(name, key -> new ArrayList<>()).add("env_file declared");
    }
    String literals =
        entries(workload, ContainerTable.ENVIRONMENT).entrySet().stream()
            .filter(entry -> SecretNames.isGivenAway(entry.getKey(), Nodes.text(entry.getValue())))
            .map(entry -> "\"" + entry.getKey() + "\"")
            .sorted()
            .collect(Collectors.joining(", "));
    if (!literals.isEmpty()) {
      found.computeIfAbsent(name, key -> new ArrayList<>()).add("literal value for " + literals);
    }
  }

  private Optional<String> configs() {
    var names = new TreeSet<String>();
    for (Mapping document : documents()) {
      entries(document, ProjectTable.CONFIGS)
          .forEach((name, node) -> {
            if (node instanceof Mapping config
                && SecretNames.isLiteral(
                    SecretTables.CONTENT.nodeIn(config).map(Nodes::text).orElse(""))) {
              names.add(name);
            }
          });
    }
    return question(
        ComposeSentences.PUBLISHES_CONFIGS,
        names.stream().map(name -> "  config \"" + name + "\"").toList(),
        ComposeSentences.CONFIGS_OK);
  }

  private List<Mapping> documents() {
    return publishable.publication().composeFiles().stream()
        .flatMap(file -> file.documents().stream())
        .toList();
  }

  private static Map<String, Node> entries(Mapping above, Attribute<?> section) {
    var nodes = new TreeMap<String, Node>();
    above.entriesOf(section.name()).forEach((name, entry) -> nodes.put(name, entry.value()));
    return nodes;
  }

  private static Optional<String> question(String about, List<String> lines, String question) {
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(about + "\n" + String.join("\n", lines) + "\n" + question);
  }
}
