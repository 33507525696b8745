package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.cli.text.ConfigJson;
import dev.fermata.cli.text.ConfigYaml;
import dev.fermata.cli.text.Dollars;
import dev.fermata.cli.text.ProvenanceJson;
import dev.fermata.cli.text.ProvenanceText;
import dev.fermata.model.Project;
import dev.fermata.model.canonical.PrintOrder;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.provenance.Provenance;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        value("FORMAT", "yaml or json; of --variables and --provenance also table", "--format"),
        value("FILE", "Write into a file", "-o", "--output"),
        flag("Only say what is wrong", "-q", "--quiet"),
        flag("Leave variables as they stand", "--no-interpolate"),
        flag("Leave out what is implied", "--no-normalize"),
        flag("Leave paths as they stand", "--no-path-resolution"),
        flag("Do not check what belongs together", "--no-consistency"),
        flag("Leave the environment of services as it stands", "--no-env-resolution"),
        flag("Pin image tags to digests (not there yet)", "--resolve-image-digests"),
        flag("Only the digests of images (not there yet)", "--lock-image-digests"),
        flag("Only the names of services", "--services"),
        flag("Only the names of volumes", "--volumes"),
        flag("Only the names of networks", "--networks"),
        flag("Only the AI models", "--models"),
        value("NAMES", "Only the hashes of services: `*`, or names with commas", "--hash"),
        flag("Only the names of profiles", "--profiles"),
        flag("Only the names of images", "--images"),
        flag("Only the variables that the files refer to", "--variables"),
        flag("Only what interpolation draws from", "--environment"),
        flag("Each value with the place it comes from", "--provenance"));
  }

  @Override
  public Ending run(Session session) {
    refuseDigests(session.given());
    Set<Variant> variants = variants(session);
    Optional<String> list = new ConfigLists(session, variants).asked();
    write(session, list.orElseGet(() -> model(session, variants)));
    return Ending.SUCCEEDED;
  }

  /** They read registries, which nothing else here does: better refused than left out unseen. */
  private static void refuseDigests(Arguments given) {
    for (String flag : List.of("--resolve-image-digests", "--lock-image-digests")) {
      if (given.has(flag)) {
        throw EarlyEnd.refused(
            "`" + flag + "` needs to read image registries, which Fermata cannot do yet",
            "`docker compose config " + flag + "` can");
      }
    }
  }

  private static Set<Variant> variants(Session session) {
    var variants = EnumSet.noneOf(Variant.class);
    Arguments given = session.given();
    if (given.has("--no-interpolate")) {
      variants.add(Variant.NO_INTERPOLATE);
      variants.add(Variant.NO_ENVIRONMENT_RESOLUTION);
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

  private static String model(Session session, Set<Variant> variants) {
    Arguments given = session.given();
    boolean explained = given.has("--provenance");
    List<String> formats = explained ? List.of("table", "json") : List.of("yaml", "json");
    String format = given.oneOf("--format", formats, formats.getFirst());
    if (variants.contains(Variant.NO_INTERPOLATE) && !given.positionals().isEmpty()) {
      session.err().println("note: " + ComposeSentences.FILTER_NOT_APPLIED);
    }
    Project project = new Projects(session).read(given.positionals(), variants);
    if (given.has("--quiet")) {
      return "";
    }
    Mapping tree = project.definition().tree();
    return explained ? provenance(tree, variants, format) : text(tree, variants, format);
  }

  private static String text(Mapping tree, Set<Variant> variants, String format) {
    boolean json = format.equals("json");
    if (variants.contains(Variant.NO_INTERPOLATE)) {
      return json
          ? ConfigJson.text(PrintOrder.rawJson(tree), Dollars.KEPT)
          : ConfigYaml.text(PrintOrder.rawYaml(tree), Dollars.KEPT);
    }
    return json
        ? ConfigJson.text(PrintOrder.json(tree), Dollars.DOUBLED)
        : ConfigYaml.text(PrintOrder.yaml(tree), Dollars.DOUBLED);
  }

  private static String provenance(Mapping tree, Set<Variant> variants, String format) {
    List<Provenance.Fact> facts =
        variants.contains(Variant.NO_INTERPOLATE) ? Provenance.raw(tree) : Provenance.of(tree);
    return format.equals("json") ? ProvenanceJson.text(facts) : ProvenanceText.text(facts);
  }

  private static void write(Session session, String text) {
    Optional<String> output = session.given().text("--output");
    if (output.isEmpty()) {
      session.out().print(text);
      return;
    }
    if (text.isEmpty() && session.given().has("--quiet")) {
      return;
    }
    Path file = session.invocation().directory().resolve(output.get());
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write `" + output.get() + "`", e);
    }
  }
}
