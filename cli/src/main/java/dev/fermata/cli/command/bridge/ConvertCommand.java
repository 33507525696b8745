package dev.fermata.cli.command.bridge;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Question;
import dev.fermata.cli.session.Question.Answer;
import dev.fermata.cli.session.Session;
import dev.fermata.model.Project;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.runner.bridge.OutputFolder;
import dev.fermata.runner.bridge.TransformationFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has images make something else of the project. */
public final class ConvertCommand implements Command {
  private static final Flag<Optional<String>> OUTPUT =
      Flag.text("FOLDER", "Where to write what comes of it; out", "-o", "--output");
  private static final Flag<List<String>> TRANSFORMATIONS =
      Flag.texts(
          "IMAGE",
          "An image that transforms, more one after the other; " + Transformation.USUAL,
          "-t",
          "--transformation");
  private static final Flag<Optional<String>> TEMPLATES =
      Flag.text("FOLDER", "Templates in the place of the image's own", "--templates");
  private static final Flag<Boolean> YES =
      Flag.off("Replace what is in the folder without asking", "-y", "--yes");

  private static final String USUAL_OUTPUT = "out";

  @Override
  public String summary() {
    return "Make manifests for Kubernetes, or something else, of the project";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(OUTPUT, TRANSFORMATIONS, TEMPLATES, YES);
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("bridge convert -o k8s", "Manifests for Kubernetes, in the folder `k8s`"),
        new Example("bridge convert -t acme/nomad --templates mine", "By an image of your own"));
  }

  @Override
  public Call read(Arguments given) {
    String output = given.get(OUTPUT).filter(text -> !text.isEmpty()).orElse(USUAL_OUTPUT);
    List<String> asked = given.get(TRANSFORMATIONS);
    List<String> images = asked.isEmpty() ? List.of(Transformation.USUAL) : asked;
    Optional<String> templates = given.get(TEMPLATES).filter(text -> !text.isEmpty());
    boolean yes = given.has(YES);
    return session -> {
      refuseDryRun(session);
      Project project = new Projects(session).read(List.of(), Set.of());
      Optional<Path> own = templates.map(text -> templates(session, text));
      OutputFolder folder = folder(session, output, project);
      if (!yes && !folder.isFree()) {
        confirm(session, output);
      }
      String model = new TransformedModel(session, project).text();
      return folder.fill(
          staging -> Transformation.run(session, images, model, own, staging),
          Ending.Succeeded.class::isInstance);
    };
  }

  /** Whatever is said to questions: nobody means to have his project removed. */
  private static OutputFolder folder(Session session, String output, Project project) {
    Invocation call = session.invocation();
    var folder = OutputFolder.at(call.directory().resolve(output), call.environment());
    if (folder.isFile()) {
      throw EarlyEnd.refused("`" + output + "` is a file", "name a folder by `--output`");
    }
    var work = new ArrayList<Path>();
    work.add(Path.of(project.workingDirectory()));
    call.variable("HOME").map(Path::of).ifPresent(work::add);
    project.composeFiles().stream()
        .filter(file -> file.startsWith("/"))
        .map(Path::of)
        .forEach(work::add);
    Optional<Path> inside = folder.holding(work);
    if (inside.isPresent()) {
      throw EarlyEnd.refused(
          "`%s` holds your work, `%s`, and would be emptied".formatted(output, inside.get()),
          "name another folder by `--output`, such as `out`");
    }
    return folder;
  }

  private static void refuseDryRun(Session session) {
    if (session.globals().dryRun()) {
      throw EarlyEnd.refused(
          ComposeSentences.noDryRun(session.program() + " bridge convert"),
          "`-o` with a folder that is not there yet changes nothing else");
    }
  }

  private static Path templates(Session session, String text) {
    Path folder = session.invocation().directory().resolve(text).normalize();
    if (!TransformationFolder.isFolder(folder)) {
      throw EarlyEnd.refused(
          "there is no folder `" + text + "` with templates",
          "`bridge transformations create FOLDER` makes one to start from");
    }
    return folder;
  }

  private static void confirm(Session session, String output) {
    Answer answer = Question.askScriptsToo(session, ComposeSentences.outputNotEmpty(output));
    if (answer != Answer.YES) {
      throw EarlyEnd.refused(
          ComposeSentences.outputKept(output),
          "`--yes` answers with yes; what an earlier conversion wrote is replaced without asking");
    }
  }
}
