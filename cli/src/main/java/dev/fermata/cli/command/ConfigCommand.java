package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.cli.text.ConfigJson;
import dev.fermata.cli.text.ConfigYaml;
import dev.fermata.cli.text.Dollars;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.tree.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** Shows the model as it was understood: merged, interpolated, in its long form. */
final class ConfigCommand implements Command {

  @Override
  public String summary() {
    return "Show the compose files as understood, or what is wrong with them";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        value("FORMAT", "yaml or json", "--format"),
        value("FILE", "Write into a file", "-o", "--output"),
        flag("Only say what is wrong", "-q", "--quiet"),
        flag("Leave variables as they stand", "--no-interpolate"),
        flag("Leave out what is implied", "--no-normalize"),
        flag("Leave paths as they stand", "--no-path-resolution"),
        flag("Do not check what belongs together", "--no-consistency"),
        flag("Leave the environment of services as it stands", "--no-env-resolution"),
        flag("Only the names of services", "--services"),
        flag("Only the names of volumes", "--volumes"),
        flag("Only the names of networks", "--networks"),
        flag("Only the names of profiles", "--profiles"),
        flag("Only the names of images", "--images"));
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    String format = given.oneOf("--format", List.of("yaml", "json"), "yaml");
    Set<Variant> variants = variants(session);
    Project project = new Projects(session).read(given.positionals(), variants);
    if (!given.has("--quiet")) {
      write(session, names(given, project).orElseGet(() -> model(project, variants, format)));
    }
    return Ending.SUCCEEDED;
  }

  private static Set<Variant> variants(Session session) {
    var variants = EnumSet.noneOf(Variant.class);
    Arguments given = session.given();
    if (given.has("--no-interpolate")) {
      variants.add(Variant.NO_INTERPOLATE);
    }
    // Docker Compose leaves out what is implied in compatibility mode as well.
    if (given.has("--no-normalize") || given.has("--compatibility")) {
      variants.add(Variant.NO_NORMALIZE);
    }
    if (given.has("--no-path-resolution")) {
      variants.add(Variant.NO_PATH_RESOLUTION);
    }
    if (given.has("--no-consistency")) {
      variants.add(Variant.NO_CONSISTENCY);
    }
    if (given.has("--no-env-resolution")) {
      variants.add(Variant.NO_ENVIRONMENT_RESOLUTION);
    }
    return variants;
  }

  /** Of several lists Docker Compose prints the first one, in this order. */
  private static Optional<String> names(Arguments given, Project project) {
    if (given.has("--services")) {
      return Optional.of(lines(project.services().keySet()));
    }
    if (given.has("--volumes")) {
      return Optional.of(lines(project.volumes().keySet()));
    }
    if (given.has("--networks")) {
      return Optional.of(lines(project.networks().keySet()));
    }
    if (given.has("--profiles")) {
      return Optional.of(lines(profiles(project)));
    }
    if (given.has("--images")) {
      return Optional.of(lines(project.services().values().stream().map(Service::image).toList()));
    }
    return Optional.empty();
  }

  private static List<String> profiles(Project project) {
    return Stream.concat(project.services().values().stream(), project.disabled().values().stream())
        .flatMap(service -> service.metadata().profiles().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static String lines(Collection<?> names) {
    var text = new StringBuilder();
    names.forEach(name -> text.append(name).append('\n'));
    return text.toString();
  }

  private static String model(Project project, Set<Variant> variants, String format) {
    Dollars dollars = variants.contains(Variant.NO_INTERPOLATE) ? Dollars.KEPT : Dollars.DOUBLED;
    Mapping tree = project.definition().tree();
    return format.equals("json") ? ConfigJson.text(tree, dollars) : ConfigYaml.text(tree, dollars);
  }

  private static void write(Session session, String text) {
    Optional<String> output = session.given().text("--output");
    if (output.isEmpty()) {
      session.out().print(text);
      return;
    }
    Path file = session.invocation().directory().resolve(output.get());
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + output.get(), e);
    }
  }
}
