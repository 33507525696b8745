package dev.fermata.cli.command.publish;

import dev.fermata.cli.command.publish.PublishCommand.Wishes;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.ProgressLine;
import dev.fermata.cli.session.ProgressLine.State;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.cli.text.Version;
import dev.fermata.model.Project;
import dev.fermata.model.load.publish.Publication;
import dev.fermata.model.load.publish.Publication.ComposeFile;
import dev.fermata.model.load.publish.Publication.EnvFile;
import dev.fermata.model.load.remote.OciReference;
import dev.fermata.planner.request.PushOptions;
import dev.fermata.planner.request.PushOptions.Absent;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.OciVersion;
import dev.fermata.sources.registry.PublishedFile;
import dev.fermata.sources.registry.Publisher;
import dev.fermata.sources.registry.Publisher.Edition;
import dev.fermata.sources.registry.Publisher.Published;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the files into the registry, and says what became of it. */
final class PublishRun {
  private static final String DIGESTS_FILE = "image-digests.yaml";

  private final Session session;
  private final Publishable publishable;
  private final Wishes wishes;
  private final ProgressLine progress;
  private final Publisher publisher;

  PublishRun(Session session, Publishable publishable, Wishes wishes) {
    this.session = session;
    this.publishable = publishable;
    this.wishes = wishes;
    this.progress = new ProgressLine(session);
    List<String> insecure = wishes.insecure() ? List.of(wishes.place().registry()) : List.of();
    this.publisher = session.globals().remote().publisher(session.invocation(), insecure);
  }

  Ending run() {
    try {
      Ending pushed = pushed();
      if (!isDone(pushed)) {
        return pushed;
      }
      publish();
      return Ending.SUCCEEDED;
    } catch (UnreachableProject e) {
      return new Ending.Refused(e.message(), e.hint());
    }
  }

  /** What was built here has to be in a registry for others; what was not may be there already. */
  private Ending pushed() {
    var options = new PushOptions(UpOptions.Selection.ALL, Absent.LEFT);
    Project project = publishable.project();
    boolean any =
        project.services().values().stream()
            .anyMatch(service -> !Request.Push.images(service).isEmpty());
    return any && !session.globals().dryRun()
        ? new Work(session, "publish").run(new Request.Push(project, options), "")
        : Ending.SUCCEEDED;
  }

  private static boolean isDone(Ending ending) {
    return ending instanceof Ending.Succeeded
        || (ending instanceof Ending.Ran ran && ran.report().succeeded());
  }

  private void publish() throws UnreachableProject {
    Optional<ImageDigests> images = images();
    progress.tell(wishes.named(), State.WORKING, "publishing", "");
    if (session.globals().dryRun()) {
      progress.tell(wishes.named(), State.DONE, "published", "");
      return;
    }
    Published published = publisher.publish(wishes.place(), edition(images));
    if (wishes.withImages() && images.isPresent()) {
      String index =
          publisher.application(
              wishes.place(), published, images.get().references(), Version.NUMBER);
      progress.tell(
          wishes.named(), State.DONE, "images published", "as " + at(wishes.place(), index));
    }
    tell(published);
  }

  private Optional<ImageDigests> images() {
    return wishes.pinned()
        ? Optional.of(ImageDigests.of(publishable.project().definition().tree(), session))
        : Optional.empty();
  }

  private void tell(Published published) {
    String where = "as " + wishes.place().pinnedTo(published.digest()).shown();
    boolean asAsked = wishes.form().isPresent() || published.form() == OciVersion.V1_1;
    progress.tell(
        wishes.named(),
        asAsked ? State.DONE : State.WARNING,
        asAsked ? "published" : "published (registry rejected OCI 1.1; fell back to OCI 1.0)",
        where);
  }

  private static String at(OciReference place, String digest) {
    return place.registry() + "/" + place.repository() + "@" + digest;
  }

  private Edition edition(Optional<ImageDigests> images) {
    String created =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            session.now().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    return new Edition(files(images), Version.NUMBER, created, wishes.form());
  }

  private List<PublishedFile> files(Optional<ImageDigests> images) {
    Publication publication = publishable.publication();
    var files = new ArrayList<PublishedFile>();
    for (ComposeFile file : publication.composeFiles()) {
      files.add(
          switch (file.role()) {
            case MERGED -> PublishedFile.composeFile(file.name(), file.text(), Version.NUMBER);
            case EXTENDED -> PublishedFile.extended(file.name(), file.text(), Version.NUMBER);
          });
    }
    if (wishes.withEnvironment()) {
      for (EnvFile file : publication.envFiles()) {
        files.add(PublishedFile.envFile(file.name(), file.text(), Version.NUMBER));
      }
    }
    images
        .map(ImageDigests::override)
        .map(text -> PublishedFile.composeFile(DIGESTS_FILE, text, Version.NUMBER))
        .ifPresent(files::add);
    return files;
  }
}
