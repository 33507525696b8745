package dev.fermata.cli.command.up;

import dev.fermata.cli.session.Session;
import dev.fermata.model.Rerun;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Dependencies;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** What the commands that bring a project up have in common. */
public final class UpProject {
  private UpProject() {}

  /** The services named, all if none is. */
  public static UpOptions.Selection selection(Collection<String> named, Dependencies dependencies) {
    var services = new TreeSet<ServiceName>();
    named.forEach(name -> services.add(new ServiceName(name)));
    return new UpOptions.Selection(services, dependencies);
  }

  /** What the commands do that have no flags about orphans and jobs. */
  public static UpOptions usual(Session session) {
    return UpOptions.DEFAULT
        .withOrphans(usualOrphans(session))
        .withReruns(new UpOptions.Reruns(usualRerun(session), Optional.empty(), Optional.empty()));
  }

  /** Docker Compose runs jobs on every `up`: so do we in its place. */
  public static Rerun usualRerun(Session session) {
    return session.isCalledCompose() ? Rerun.ALWAYS : Rerun.CHANGED;
  }

  /** What becomes of orphans that no flag is about. */
  public static OrphanPolicy usualOrphans(Session session) {
    return session.isTrueHere("COMPOSE_IGNORE_ORPHANS") ? OrphanPolicy.IGNORE : OrphanPolicy.NOTE;
  }

  /** What is said where there is nothing to do. */
  public static String idle(Request.Up up) {
    int services = UpInput.selected(up.project(), up.options().selection()).size();
    String counted = services + (services == 1 ? " service" : " services");
    return up.project().name() + " is up to date: " + counted + ", nothing to do";
  }
}
