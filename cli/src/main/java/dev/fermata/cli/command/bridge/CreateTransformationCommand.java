package dev.fermata.cli.command.bridge;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.runner.bridge.TransformationFolder;
import dev.fermata.runner.copy.CopyOut;
import dev.fermata.runner.copy.CopyRefusal;
import dev.fermata.runner.copy.Links;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes a folder to build a transformation of one's own in, from the templates of another one. */
public final class CreateTransformationCommand implements Command {
  private static final Flag<Optional<String>> FROM =
      Flag.text("IMAGE", "Whose templates to start from; " + Transformation.USUAL, "-f", "--from");

  private static final String SERVICE = "templates";
  private static final String TEMPLATES = "/templates";
  private static final UpOptions CREATED =
      UpOptions.DEFAULT.withStarting(
          new UpOptions.Starting(
              UpOptions.Start.CREATED, UpOptions.Gates.READY, UpOptions.Waiting.USUAL));

  @Override
  public String summary() {
    return "Make a folder to build a transformation of your own in";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FROM);
  }

  @Override
  public Operands operands() {
    return Operands.of("PATH");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("bridge transformations create mine", "Templates to change, and a Dockerfile"),
        new Example("bridge transformations create -f acme/nomad mine", "From another image's"));
  }

  @Override
  public Call read(Arguments given) {
    String image = given.get(FROM).filter(text -> !text.isEmpty()).orElse(Transformation.USUAL);
    String path = given.operands().getFirst();
    return session -> {
      if (session.globals().dryRun()) {
        throw EarlyEnd.refused(
            ComposeSentences.noDryRun(session.program() + " bridge transformations create"),
            "it changes nothing but the folder that it makes");
      }
      var folder =
          new TransformationFolder(session.invocation().directory().resolve(path).normalize());
      if (folder.isThere()) {
        throw EarlyEnd.refused(
            ComposeSentences.outputExists(folder.path()), "name one that is not there yet");
      }
      return create(session, image, folder);
    };
  }

  private static Ending create(Session session, String image, TransformationFolder folder) {
    Project project = project(image);
    Ending created =
        new Work(session, "bridge transformations create")
            .quietly()
            .run(new Request.Up(project, CREATED), "");
    if (!(created instanceof Ending.Ran ran) || !ran.report().succeeded()) {
      return created;
    }
    String container = project.name() + "-" + SERVICE + "-1";
    try {
      if (session.engine().files().stat(container, TEMPLATES).isEmpty()) {
        return Ending.refused(
            "`" + image + "` has no `" + TEMPLATES + "` to start from",
            "`bridge transformations ls` lists images that transform");
      }
      folder.fill(new CopyOut(session.engine().files(), container, TEMPLATES, Links.FOLLOWED));
      session.out().println("Transformation created in \"" + folder.path() + "\"");
      return Ending.SUCCEEDED;
    } catch (CopyRefusal refusal) {
      return Ending.refused(refusal.sentence(), refusal.hint());
    } finally {
      session.engine().containers().remove(container, AnonymousVolumes.REMOVE);
    }
  }

  /** A container that is never started, for its files. */
  private static Project project(String image) {
    String name = "bridge-" + UUID.randomUUID().toString().substring(0, 8);
    return EarlyEnd.requireSound(
        ProjectBuilder.named(name)
            .service(SERVICE, service -> service.image(image).set("network_mode", "none"))
            .build());
  }
}
