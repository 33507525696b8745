package dev.fermata.cli.command.publish;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Question;
import dev.fermata.cli.session.Session;
import dev.fermata.model.Project;
import dev.fermata.model.load.publish.Publication;
import dev.fermata.model.load.remote.OciReference;
import dev.fermata.model.load.remote.RemoteReference;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.sources.registry.OciVersion;
import java.util.List;
import java.util.Optional;

/** Publishes a project's files in a registry, for others to bring up from there. */
public final class PublishCommand implements Command {
  private static final Flag<Boolean> RESOLVE_IMAGE_DIGESTS =
      Flag.off("Pin the images to what their tags name now", "--resolve-image-digests");
  private static final Flag<Optional<OciVersion>> OCI_VERSION =
      Flag.text(
              "VERSION",
              "1.1, or 1.0 for old registries; by default what the registry takes",
              "--oci-version")
          .as(PublishCommand::version);
  private static final Flag<Boolean> WITH_ENV =
      Flag.off("Publish env files as well, and do not ask about variables", "--with-env");
  private static final Flag<Boolean> YES =
      Flag.off("Answer questions with yes", "-y", "--yes")
          .formerly("--y", ComposeSentences.FORMER_YES);
  private static final Flag<Boolean> APP =
      Flag.off("Copy the images into the repository as well", "--app");
  private static final Flag<Boolean> INSECURE =
      Flag.off("Speak to the registry without encryption", "--insecure-registry").hidden();

  private static final String SCHEME = "oci://";

  /** What the user wants. */
  record Wishes(
      OciReference place,
      String named,
      Optional<OciVersion> form,
      boolean pinned,
      boolean withEnvironment,
      boolean withImages,
      boolean insecure) {}

  private final String name;

  /** {@code name} is the one that it is called by: it has a former one. */
  public PublishCommand(String name) {
    this.name = name;
  }

  @Override
  public String summary() {
    return "Publish the project's files in a registry";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(RESOLVE_IMAGE_DIGESTS, OCI_VERSION, WITH_ENV, YES, APP, INSECURE);
  }

  @Override
  public Operands operands() {
    return Operands.of("REPOSITORY[:TAG]");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(name + " registry.example.com/acme/shop:2", "For `up -f oci://...` elsewhere"),
        new Example(
            name + " --app --with-env acme/shop:2",
            "With env files and images, pinned to digests"));
  }

  @Override
  public Call read(Arguments given) {
    String named = given.operands().getFirst();
    boolean app = given.has(APP);
    var wishes =
        new Wishes(
            place(named),
            named,
            given.get(OCI_VERSION),
            given.has(RESOLVE_IMAGE_DIGESTS) || app,
            given.has(WITH_ENV),
            app,
            given.has(INSECURE));
    boolean yes = given.has(YES);
    return session -> {
      var projects = new Projects(session);
      Project project = projects.whole();
      Publication publication = projects.publication();
      var publishable = new Publishable(project, publication);
      publishable.check();
      new LeftBehind(publication).warnings().forEach(session.err()::println);
      if (!yes && !isConfirmed(session, new Concerns(session, publishable, wishes).questions())) {
        session.err().println("not confirmed, nothing was published");
        return new Ending.Interrupted();
      }
      return new PublishRun(session, publishable, wishes).run();
    };
  }

  private static boolean isConfirmed(Session session, List<String> questions) {
    for (String question : questions) {
      switch (Question.askScriptsToo(session, question)) {
        case YES -> {}
        case NO -> {
          return false;
        }
        case NOBODY_THERE ->
            throw EarlyEnd.refused(
                "this needs a confirmation, and nobody can be asked",
                "`--yes` answers it with yes");
      }
    }
    return true;
  }

  private static OciReference place(String text) {
    String address = text.startsWith(SCHEME) ? text : SCHEME + text;
    Optional<OciReference> place =
        RemoteReference.of(address)
            .filter(OciReference.class::isInstance)
            .map(OciReference.class::cast)
            .filter(found -> found.digest().isEmpty());
    return place.orElseThrow(() ->
        new Misuse(
            "`"
                + text
                + "` is no place in a registry, such as `registry.example.com/acme/shop:2`"));
  }

  private static Optional<OciVersion> version(String flag, Optional<String> text) {
    return text.filter(version -> !version.isEmpty())
        .map(version ->
            switch (version) {
              case "1.0" -> OciVersion.V1_0;
              case "1.1" -> OciVersion.V1_1;
              default -> throw new Misuse("`" + flag + "` is 1.0 or 1.1, not `" + version + "`");
            });
  }
}
