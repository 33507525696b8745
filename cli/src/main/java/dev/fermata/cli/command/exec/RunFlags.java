package dev.fermata.cli.command.exec;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.model.PortMapping;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.text.CommandText;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.text.MountText;
import dev.fermata.model.text.Parsed;
import dev.fermata.model.text.PortText;
import dev.fermata.planner.request.Overrides.Capabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run has otherwise than the file says, as far as the flags tell: variables without a
 * value and paths from here are for who knows the project.
 */
record RunFlags(
    Optional<List<String>> entrypoint,
    List<String> environment,
    List<String> environmentFiles,
    Optional<String> user,
    Optional<String> folder,
    Capabilities capabilities,
    List<MountText> mounts,
    Optional<List<PortMapping>> ports,
    SortedMap<String, String> labels) {

  private static final Flag<List<String>> ENVIRONMENT =
      Flag.texts("NAME=VALUE", "A variable; NAME alone is the project's", "-e", "--env")
          .as(BareNames::named);
  private static final Flag<List<String>> ENVIRONMENT_FILES =
      Flag.texts("FILE", "A file with variables", "--env-from-file");
  private static final Flag<SortedMap<String, String>> LABELS =
      Flag.texts("NAME=VALUE", "A label on the container", "-l", "--label")
          .alsoCalled("--labels")
          .as((flag, texts) -> labels(flag, texts));
  private static final Flag<Optional<String>> USER =
      Flag.text("USER", "Run as this user", "-u", "--user");
  private static final Flag<Optional<String>> FOLDER =
      Flag.text("FOLDER", "Run in this folder", "-w", "--workdir");
  private static final Flag<Optional<List<String>>> ENTRYPOINT =
      Flag.text("COMMAND", "An entrypoint in place of the service's", "--entrypoint")
          .as((flag, text) -> text.map(line -> sound(flag, line, CommandText.parse(line))));
  private static final Flag<List<String>> ADDED =
      Flag.texts("NAME", "Add a capability", "--cap-add");
  private static final Flag<List<String>> DROPPED =
      Flag.texts("NAME", "Drop a capability", "--cap-drop");
  private static final Flag<List<MountText>> MOUNTS =
      Flag.texts("SOURCE:TARGET", "Mount a path or a volume", "-v", "--volume")
          .alsoCalled("--volumes")
          .as((flag, texts) ->
              texts.stream().map(text -> sound(flag, text, MountText.parse(text))).toList());
  private static final Flag<List<PortMapping>> PUBLISHED =
      Flag.texts("HOST:CONTAINER", "Publish a port", "-p", "--publish")
          .as((flag, texts) ->
              texts.stream()
                  .flatMap(text -> sound(flag, text, PortText.parse(text)).stream())
                  .toList());
  private static final Flag<Boolean> SERVICE_PORTS =
      Flag.off("Publish the ports of the service", "-P", "--service-ports");

  static final List<Flag<?>> ALL =
      List.of(
          ENVIRONMENT,
          ENVIRONMENT_FILES,
          LABELS,
          USER,
          FOLDER,
          ENTRYPOINT,
          ADDED,
          DROPPED,
          MOUNTS,
          PUBLISHED,
          SERVICE_PORTS);

  static final Exclusion EXCLUSION = new Exclusion(SERVICE_PORTS, PUBLISHED);

  static RunFlags of(Arguments given) {
    List<PortMapping> published = given.get(PUBLISHED);
    return new RunFlags(
        given.get(ENTRYPOINT),
        given.get(ENVIRONMENT),
        given.get(ENVIRONMENT_FILES),
        given.get(USER).filter(name -> !name.isEmpty()),
        given.get(FOLDER).filter(name -> !name.isEmpty()),
        new Capabilities(given.get(ADDED), given.get(DROPPED)),
        given.get(MOUNTS),
        given.has(SERVICE_PORTS) ? Optional.empty() : Optional.of(published),
        given.get(LABELS));
  }

  private static SortedMap<String, String> labels(String flag, List<String> texts) {
    var labels = new TreeMap<String, String>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new Misuse(
            ComposeSentences.LABEL_WITHOUT_VALUE + ": `" + flag + "` was given `" + text + "`");
      }
      labels.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return labels;
  }

  private static <T> T sound(String flag, String text, Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Good<T> good -> good.value();
      case Parsed.Bad<T> bad ->
          throw new Misuse(
              "`" + flag + "` was given `" + text + "`: " + bad.message(Quote.name(text)).shown());
    };
  }

  /** What the shell and the flags leave to the service. */
  static Optional<List<String>> command(List<String> operands) {
    return operands.size() > 1
        ? Optional.of(new ArrayList<>(operands.subList(1, operands.size())))
        : Optional.empty();
  }
}
