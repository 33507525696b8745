package dev.fermata.cli.command.up;

import dev.fermata.cli.command.read.Endpoints;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.progress.Progress.Inside;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Confirmation;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.cli.text.Endpoint;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates and starts what is wanted, and stays to show what the containers say unless detached. */
public final class UpCommand implements Command {
  public static final Flag<Boolean> QUIET_PULL =
      Flag.off("Show no layers while pulling", "--quiet-pull");
  public static final Flag<Boolean> QUIET_BUILD =
      Flag.off("Show no output of builds", "--quiet-build");
  static final Flag<Boolean> YES =
      Flag.off("Answer questions with yes", "-y", "--yes")
          .formerly("--y", ComposeSentences.FORMER_YES);

  private static final Flag<Optional<Boolean>> MENU =
      Flag.either(
          "Keys while attached: w watches files, d leaves all running; on by default", "--menu");

  @Override
  public String summary() {
    return "Create and start services, each when what it needs is ready";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("up", "Bring everything up and show what it says, until Ctrl-C"),
        new Example("up -d --wait", "Return when all is ready; good for scripts"));
  }

  @Override
  public List<Flag<?>> flags() {
    var flags = UpFlags.all();
    flags.addAll(AttachFlags.ALL);
    flags.addAll(List.of(QUIET_PULL, QUIET_BUILD, YES, MENU));
    return flags;
  }

  @Override
  public List<Exclusion> exclusions() {
    var exclusions = UpFlags.exclusions();
    exclusions.addAll(AttachFlags.exclusions());
    return exclusions;
  }

  @Override
  public Call read(Arguments given) {
    UpFlags up = UpFlags.of(given);
    AttachFlags attach = AttachFlags.of(given, up.selection());
    var confirmation = Confirmation.ofChange(YES.name(), given.has(YES));
    Set<Inside> hidden = hidden(given);
    Optional<Boolean> menu = given.get(MENU);
    return session -> {
      Optional<ServiceName> exitCodeFrom = attach.exitCodeFrom().map(ServiceName::new);
      UpOptions options = up.options(session, exitCodeFrom);
      Project project =
          Scale.apply(new Projects(session).bringUp(given.operands()), up.creation().scales());
      boolean rehearsed = session.globals().dryRun() && session.isCalledCompose();
      boolean created = rehearsed && !attach.detached() && !up.endsByItself();
      var request = new Request.Up(project, created ? options.withStarting(CREATED) : options);
      Work work = new Work(session, "up").confirmedBy(confirmation).hiding(hidden);
      if (attach.detached() || up.endsByItself() || session.globals().dryRun()) {
        Ending ending = new CountedRun(session, work, up.creation().scales()).of(request);
        if (isUpAsACopy(session, ending)) {
          Endpoints.show(session, project.name());
        }
        return ending;
      }
      if (session.globals().model().copy().isPresent()) {
        Endpoint.table(Endpoint.of(project)).forEach(session.err()::println);
      }
      return new AttachedUp(session, work, attach, menu).run(request);
    };
  }

  /** Docker Compose's attached dry run goes as far as that, since nobody could be attached to. */
  private static final UpOptions.Starting CREATED =
      new UpOptions.Starting(
          UpOptions.Start.CREATED, UpOptions.Gates.COMPOSE, UpOptions.Waiting.USUAL);

  /** Whoever brings up a copy cannot know its ports from the file. */
  private static boolean isUpAsACopy(Session session, Ending ending) {
    return session.globals().model().copy().isPresent()
        && ending instanceof Ending.Ran ran
        && ran.report().succeeded();
  }

  /** The same of a command that builds nothing. */
  public static Set<Inside> hiddenPull(Arguments given) {
    return given.has(QUIET_PULL) ? Set.of(Inside.PULL) : Set.of();
  }

  /** What {@code --quiet-pull} and {@code --quiet-build} keep from being shown. */
  public static Set<Inside> hidden(Arguments given) {
    var hidden = EnumSet.noneOf(Inside.class);
    if (given.has(QUIET_PULL)) {
      hidden.add(Inside.PULL);
    }
    if (given.has(QUIET_BUILD)) {
      hidden.add(Inside.BUILD);
    }
    return hidden;
  }
}
