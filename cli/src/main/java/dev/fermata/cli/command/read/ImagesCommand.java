package dev.fermata.cli.command.read;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.listing.ImageListing;
import dev.fermata.runner.task.ParallelCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the images that the containers of a project were made from. */
public final class ImagesCommand implements Command {
  private static final Flag<Boolean> QUIET = Flag.off("Only ids", "-q", "--quiet");
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("table", "json"), "FORMAT", "table or json", "--format");

  @Override
  public String summary() {
    return "List the images of containers";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(QUIET, FORMAT);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("images", "Which image each container was made from"),
        new Example("images --format json web", "The same of one service, for programs"));
  }

  @Override
  public Call read(Arguments given) {
    List<String> services = given.operands();
    boolean quiet = given.has(QUIET);
    String format = given.get(FORMAT);
    return session -> {
      SeenContainers seen = SeenContainers.of(session, services);
      List<UsedImage> images = images(session, seen.chosen());
      if (quiet) {
        images.stream().map(UsedImage::hex).distinct().forEach(session.out()::println);
        return Ending.SUCCEEDED;
      }
      if (format.equals("json")) {
        session.out().println(ImagesText.json(images));
        return Ending.SUCCEEDED;
      }
      ImagesText.table(images, session.now()).forEach(session.out()::println);
      seen.noteAbsence(session);
      return Ending.SUCCEEDED;
    };
  }

  /** Each image is looked at once, all of them at the same time. */
  private static List<UsedImage> images(Session session, List<ObservedContainer> containers) {
    Map<String, Optional<ImageListing>> listings = listings(session.engine(), containers);
    return containers.stream()
        .map(it -> new UsedImage(it, listings.getOrDefault(it.imageId(), Optional.empty())))
        .toList();
  }

  private static Map<String, Optional<ImageListing>> listings(
      Engine engine, List<ObservedContainer> containers) {
    List<String> ids = containers.stream().map(ObservedContainer::imageId).distinct().toList();
    List<Optional<ImageListing>> found = ParallelCalls.of(ids, engine.images()::listing);
    var listings = new HashMap<String, Optional<ImageListing>>();
    for (int i = 0; i < ids.size(); i++) {
      listings.put(ids.get(i), found.get(i));
    }
    return listings;
  }
}
