package dev.fermata.cli.command;

import dev.fermata.cli.command.image.ImagePins;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Word;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.config.ConfigJson;
import dev.fermata.cli.text.config.ConfigYaml;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.cli.text.provenance.ProvenanceJson;
import dev.fermata.cli.text.provenance.ProvenanceText;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows the model as it was understood: merged, interpolated, in its long form. */
final class ConfigCommand implements Command {
  private static final Flag<Word> FORMAT =
      Flag.word("FORMAT", "yaml or json; of --variables and --provenance also table", "--format")
          .offering("yaml", "json", "table");
  private static final Flag<Optional<String>> OUTPUT =
      Flag.text("FILE", "Write into a file", "-o", "--output");
  private static final Flag<Boolean> QUIET = Flag.off("Only say what is wrong", "-q", "--quiet");
  private static final Flag<Boolean> NO_INTERPOLATE =
      Flag.off("Leave variables as they stand", "--no-interpolate");
  private static final Flag<Boolean> NO_NORMALIZE =
      Flag.off("Leave out what is implied", "--no-normalize");
  private static final Flag<Boolean> NO_PATH_RESOLUTION =
      Flag.off("Leave paths as they stand", "--no-path-resolution");
  private static final Flag<Boolean> NO_CONSISTENCY =
      Flag.off("Do not check what belongs together", "--no-consistency");
  private static final Flag<Boolean> NO_ENV_RESOLUTION =
      Flag.off("Leave the environment of services as it stands", "--no-env-resolution");
  private static final Flag<Boolean> PROVENANCE =
      Flag.off("Each value with the place it comes from", "--provenance");
  private static final Flag<Boolean> RESOLVE_IMAGE_DIGESTS =
      Flag.off("Pin images by the digests that registries have now", "--resolve-image-digests");
  private static final Flag<Boolean> LOCK_IMAGE_DIGESTS =
      Flag.off("Only images with their digests, as an override file", "--lock-image-digests");

  @Override
  public String summary() {
    return "Show the compose files as understood, or what is wrong with them";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("config", "The files as understood: merged, with variables filled in"),
        new Example("config --provenance", "The same, with the place that each value came from"));
  }

  @Override
  public List<Flag<?>> flags() {
    var flags =
        new ArrayList<Flag<?>>(
            List.of(
                FORMAT,
                OUTPUT,
                QUIET,
                NO_INTERPOLATE,
                NO_NORMALIZE,
                NO_PATH_RESOLUTION,
                NO_CONSISTENCY,
                NO_ENV_RESOLUTION,
                PROVENANCE,
                RESOLVE_IMAGE_DIGESTS,
                LOCK_IMAGE_DIGESTS));
    flags.addAll(ConfigList.flags());
    return flags;
  }

  /** What to show, and how. */
  record Asked(
      List<String> services, Set<Variant> variants, Word format, boolean quiet, View view) {

    Asked {
      variants = Set.copyOf(variants);
    }

    /** Docker Compose leaves out what is implied in compatibility mode as well. */
    Asked in(Session session) {
      var all = EnumSet.noneOf(Variant.class);
      all.addAll(variants);
      if (session.globals().model().compatibility()) {
        all.add(Variant.NO_NORMALIZE);
      }
      return new Asked(services, all, format, quiet, view);
    }
  }

  /** Which form of the model. */
  enum View {
    MODEL,
    PROVENANCE,
    /** With images by their digests. */
    RESOLVED,
    /** Nothing but these. */
    LOCK
  }

  private static View view(Arguments given) {
    if (given.has(LOCK_IMAGE_DIGESTS)) {
      return View.LOCK;
    }
    if (given.has(RESOLVE_IMAGE_DIGESTS)) {
      return View.RESOLVED;
    }
    return given.has(PROVENANCE) ? View.PROVENANCE : View.MODEL;
  }

  @Override
  public Call read(Arguments given) {
    var asked =
        new Asked(
            given.operands(), variants(given), given.get(FORMAT), given.has(QUIET), view(given));
    Optional<ConfigList.Asked> list = ConfigList.of(given);
    Optional<String> output = given.get(OUTPUT);
    return session -> {
      Asked here = asked.in(session);
      String text =
          list.map(new ConfigLists(session, here)::text).orElseGet(() -> model(session, here));
      write(session, text, output, here);
      return Ending.SUCCEEDED;
    };
  }

  private static Set<Variant> variants(Arguments given) {
    var variants = EnumSet.noneOf(Variant.class);
    if (given.has(NO_INTERPOLATE)) {
      variants.add(Variant.NO_INTERPOLATE);
      variants.add(Variant.NO_ENVIRONMENT_RESOLUTION);
    }
    if (given.has(NO_NORMALIZE)) {
      variants.add(Variant.NO_NORMALIZE);
    }
    if (given.has(NO_PATH_RESOLUTION)) {
      variants.add(Variant.NO_PATH_RESOLUTION);
    }
    if (given.has(NO_CONSISTENCY)) {
      variants.add(Variant.NO_CONSISTENCY);
    }
    if (given.has(NO_ENV_RESOLUTION)) {
      variants.add(Variant.NO_ENVIRONMENT_RESOLUTION);
    }
    return variants;
  }

  private static String model(Session session, Asked asked) {
    Set<Variant> variants = asked.variants();
    boolean provenance = asked.view() == View.PROVENANCE;
    List<String> formats = provenance ? List.of("table", "json") : List.of("yaml", "json");
    String format = asked.format().among(formats);
    if (variants.contains(Variant.NO_INTERPOLATE) && !asked.services().isEmpty()) {
      session.err().println("note: " + ComposeSentences.filterNotApplied("--no-interpolate"));
    }
    Project project = new Projects(session).read(asked.services(), variants);
    Mapping tree = project.definition().tree();
    String text =
        switch (asked.view()) {
          case MODEL -> text(tree, variants, format);
          case PROVENANCE -> provenance(tree, variants, format);
          case RESOLVED -> text(ImagePins.resolved(session, tree), variants, format);
          case LOCK -> text(lock(session, tree, asked), variants, format);
        };
    return asked.quiet() ? "" : text;
  }

  private static Mapping lock(Session session, Mapping tree, Asked asked) {
    ImagePins.withHooks(tree)
        .forEach(service ->
            session
                .err()
                .println(
                    "note: the images of `pre_start` of service `%s` are not in it, since lists add up where files are merged; `%s` pins them"
                        .formatted(service, RESOLVE_IMAGE_DIGESTS)));
    Mapping lock = ImagePins.lock(ImagePins.resolved(session, tree));
    boolean isProject =
        asked.format().among(List.of("yaml", "json")).equals("json")
            && !asked.variants().contains(Variant.NO_INTERPOLATE);
    return isProject ? ImagePins.asProject(lock) : lock;
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

  private static void write(Session session, String text, Optional<String> output, Asked asked) {
    if (output.isEmpty()) {
      session.out().print(text);
      return;
    }
    if (text.isEmpty() && asked.quiet()) {
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
