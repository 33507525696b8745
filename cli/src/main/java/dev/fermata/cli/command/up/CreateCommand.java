package dev.fermata.cli.command.up;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.progress.Progress.Inside;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Confirmation;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.AnonymousVolumes;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes what {@code up} would make, and starts nothing. */
public final class CreateCommand implements Command {

  @Override
  public String summary() {
    return "Create containers, networks and volumes; start nothing";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("create", "Make all that is missing, for `start` to start"),
        new Example("create --build --scale web=3 web", "Build, and make three of a service"));
  }

  @Override
  public List<Flag<?>> flags() {
    var flags = new ArrayList<>(CreationFlags.ALL);
    flags.addAll(List.of(UpCommand.QUIET_PULL, UpCommand.YES));
    return flags;
  }

  @Override
  public List<Exclusion> exclusions() {
    return CreationFlags.EXCLUSIONS;
  }

  @Override
  public Call read(Arguments given) {
    CreationFlags creation = CreationFlags.of(given);
    var confirmation = Confirmation.ofChange(UpCommand.YES.name(), given.has(UpCommand.YES));
    Set<Inside> hidden = given.has(UpCommand.QUIET_PULL) ? Set.of(Inside.PULL) : Set.of();
    return session -> {
      Project project =
          Scale.apply(new Projects(session).bringUp(given.operands()), creation.scales());
      var request = new Request.Up(project, options(session, creation, given.operands()));
      return new Work(session, "create")
          .confirmedBy(confirmation)
          .hiding(hidden)
          .run(request, UpProject.idle(request));
    };
  }

  private static UpOptions options(Session session, CreationFlags creation, List<String> named) {
    return new UpOptions(
        UpProject.selection(named, Dependencies.WITH),
        new UpOptions.Recreation(
            creation.recreate(),
            creation.recreateDependencies(),
            AnonymousVolumes.INHERIT,
            Optional.empty(),
            Set.of()),
        creation.images(),
        new UpOptions.Starting(Start.CREATED, Gates.READY, UpOptions.Waiting.USUAL),
        creation.orphans(session),
        new UpOptions.Reruns(UpProject.usualRerun(session), Optional.empty(), Optional.empty()));
  }
}
