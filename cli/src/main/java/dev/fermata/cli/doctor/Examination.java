package dev.fermata.cli.doctor;

import dev.fermata.cli.doctor.Finding.Area;
import dev.fermata.cli.session.Session;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.location.EngineLocation;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.EngineVersion;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import dev.fermata.runner.engine.listing.DiskUsage;
import dev.fermata.runner.engine.listing.EngineDetail;
import dev.fermata.runner.engine.listing.NetworkListing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at all there is, and goes on where a part cannot be looked at. */
public final class Examination {
  private final Session session;
  private final List<Finding> findings = new ArrayList<>();

  private Examination(Session session) {
    this.session = session;
  }

  /** What was found, by area. */
  public static List<Finding> of(Session session) {
    var examination = new Examination(session);
    examination.look();
    return examination.findings.stream().sorted(Comparator.comparing(Finding::area)).toList();
  }

  private void look() {
    var environment = session.invocation().environment();
    findings.addAll(new ClientCheck(environment).findings());
    try {
      Engine engine = session.engine();
      EngineVersion version = engine.system().version();
      Instant before = session.now();
      EngineDetail detail = engine.system().detail();
      var asked = new EngineCheck.Asked(before, session.now());
      findings.addAll(new EngineCheck(version, detail, where()).findings(asked));
      part(Area.DISK, () -> disk(engine, detail));
      part(Area.NETWORKS, () -> stock(engine, detail));
    } catch (EngineException e) {
      requireTold(e);
      findings.add(new UnreachableEngine(environment).finding(e));
    }
  }

  private void part(Area area, Supplier<List<Finding>> look) {
    try {
      findings.addAll(look.get());
    } catch (EngineException e) {
      requireTold(e);
      findings.add(Finding.wrong(area, e.getMessage()));
    }
  }

  /** The user's wish to end is none of the engine's faults. */
  private static void requireTold(EngineException e) {
    if (e.kind() == Kind.INTERRUPTED) {
      throw e;
    }
  }

  private String where() {
    var environment = session.invocation().environment();
    var location = EngineLocation.find(environment, ClientConfig.of(environment));
    return location.address() + " (" + location.origin() + ")";
  }

  private static List<Finding> disk(Engine engine, EngineDetail detail) {
    DiskUsage usage = engine.system().diskUsage();
    return new DiskCheck(usage, room(engine, detail)).findings();
  }

  private static Optional<DiskCheck.Room> room(Engine engine, EngineDetail detail) {
    return engine.system().sharesFiles() ? LocalMachine.room(detail.folder()) : Optional.empty();
  }

  private List<Finding> stock(Engine engine, EngineDetail detail) {
    List<ObservedContainer> containers =
        engine.containers().list(new ContainerQuery(List.of(), Reach.ALL));
    List<NetworkListing> networks = engine.networks().list();
    Set<String> occupied =
        containers.stream()
            .flatMap(container -> container.networks().keySet().stream())
            .collect(Collectors.toSet());
    var found = new ArrayList<Finding>();
    found.addAll(new AddressCheck(detail.pools(), networks, occupied).findings());
    found.addAll(
        new ProjectsCheck(session.program(), project -> files(engine, project))
            .findings(containers, networks, engine.volumes().unused()));
    return found;
  }

  /** Behind a socket on another machine are other files. */
  private RecordedProject.Files files(Engine engine, RecordedProject project) {
    return engine.system().sharesFiles()
        ? new RecordedFiles(session.invocation().environment()).look(project)
        : new RecordedProject.Files.Unknown();
  }
}
