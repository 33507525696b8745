package dev.fermata.runner.testing;

import dev.fermata.model.Metadata.Logging;
import dev.fermata.model.Platform;
import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.model.builder.Attributes;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.ContainerContact;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.engine.LogStream.Line;
import dev.fermata.runner.engine.LogStream.Origin;
import dev.fermata.runner.engine.listing.DescribedContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A container of a fake engine: what it does is what the test makes it do. */
public final class FakeContainer {
  private final FakeEngine engine;
  private final String id;
  private final ContainerSpec spec;
  private final FakeImage image;
  private final Map<String, String> networks = new TreeMap<>();
  private final SortedMap<String, String> joined = new TreeMap<>();
  private final List<ContainerFile> files = new ArrayList<>();
  private final List<ProbeRun> runs = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  private String name;
  private ContainerState state = ContainerState.CREATED;
  private Instant startedAt = Instant.EPOCH;
  private ContainerDetail.Ending ending = new ContainerDetail.Ending(0, false, Instant.EPOCH, "");
  private int restarts;
  private int endings;
  private final StringBuilder typed = new StringBuilder();
  private boolean typedAll;
  private HealthState verdict = HealthState.STARTING;

  FakeContainer(FakeEngine engine, String id, ContainerSpec spec, FakeImage image) {
    this.engine = engine;
    this.id = id;
    this.spec = spec;
    this.image = image;
    this.name = spec.name();
  }

  public String id() {
    return id;
  }

  public synchronized String name() {
    return name;
  }

  public ContainerSpec spec() {
    return spec;
  }

  public synchronized ContainerState state() {
    return state;
  }

  public synchronized List<ContainerFile> files() {
    return List.copyOf(files);
  }

  /** How often the engine has brought it back. */
  public synchronized int restarts() {
    return restarts;
  }

  public boolean isRunning() {
    return state().equals(ContainerState.RUNNING);
  }

  public boolean isPaused() {
    return state().equals(ContainerState.PAUSED);
  }

  /** Whether there is a process that can be sent a signal. */
  boolean hasProcess() {
    return isRunning() || isPaused();
  }

  /** Its process ends; the restart policy decides what becomes of it. */
  public void exit(int code) {
    end(code, false, restartsAfter(code) ? ContainerState.RESTARTING : ContainerState.EXITED);
  }

  /** The kernel kills it for its memory. */
  public void exitOutOfMemory() {
    end(137, true, restartsAfter(137) ? ContainerState.RESTARTING : ContainerState.EXITED);
  }

  /** The engine brings it back, as its restart policy says. */
  public void revive() {
    begin();
  }

  /** Somebody restarts it: it is the same one, and its namespaces are new. */
  public void restart() {
    end(143, false, ContainerState.EXITED);
    beginAnew();
  }

  /** Comes into a state by itself, and the engine has a word of its own for it. */
  public void enter(ContainerState entered, String action) {
    synchronized (this) {
      state = entered;
    }
    engine.tell(this, action);
  }

  /** The engine's own verdict, with a run of the check behind it. */
  public void verdict(HealthState now, int exitCode, String output) {
    synchronized (this) {
      verdict = now;
      runs.add(new ProbeRun(engine.tick(), Duration.ofMillis(20), exitCode, output));
    }
    engine.tell(this, "health_status");
  }

  /** Writes a line to its standard output. */
  public void print(String text) {
    synchronized (this) {
      lines.add(new Line(Origin.STDOUT, engine.tick(), text));
    }
    engine.changed();
  }

  /** Somebody starts it: the engine counts its restarts anew. */
  void beginAnew() {
    synchronized (this) {
      restarts = 0;
    }
    begin();
  }

  private void begin() {
    synchronized (this) {
      state = ContainerState.RUNNING;
      startedAt = engine.tick();
      verdict = HealthState.STARTING;
    }
    engine.tell(this, "start");
  }

  void end(int code, boolean outOfMemory, ContainerState becomes) {
    synchronized (this) {
      state = becomes;
      endings++;
      if (becomes.equals(ContainerState.RESTARTING)) {
        restarts++;
      }
      ending = new ContainerDetail.Ending(code, outOfMemory, engine.tick(), "");
    }
    engine.tell(this, "die");
    engine.ended(this);
  }

  /** How many of its lives are over. */
  synchronized int endings() {
    return endings;
  }

  void type(String text) {
    synchronized (this) {
      typed.append(text);
    }
    engine.changed();
  }

  void typedAll() {
    synchronized (this) {
      typedAll = true;
    }
    engine.changed();
  }

  /** What whoever is joined to it has typed; empty up to the end of that. */
  public synchronized Optional<String> typed() {
    return typedAll ? Optional.of(typed.toString()) : Optional.empty();
  }

  void rename(String to) {
    synchronized (this) {
      name = to;
    }
  }

  synchronized void put(List<ContainerFile> more) {
    files.addAll(more);
  }

  synchronized void join(String network, String networkId) {
    networks.put(network, networkId);
  }

  /** Shares a namespace of another container, whose id stays with this one. */
  synchronized void share(String attribute, String otherId) {
    joined.put(attribute, otherId);
  }

  synchronized SortedMap<String, String> joined() {
    return new TreeMap<>(joined);
  }

  synchronized Instant startedAt() {
    return startedAt;
  }

  synchronized void leave(String network) {
    networks.remove(network);
  }

  synchronized Map<String, String> networks() {
    return Map.copyOf(networks);
  }

  synchronized List<Line> lines() {
    return List.copyOf(lines);
  }

  /** As an engine: it keeps a copy where a driver sends all away, unless it is told not to. */
  boolean keepsLines() {
    return spec.description().logging().stream().allMatch(FakeContainer::keepsLines);
  }

  private static boolean keepsLines(Logging logging) {
    return switch (logging.driver().orElse("json-file")) {
      case "none" -> false;
      case "json-file", "local", "journald" -> true;
      default -> !"true".equals(logging.options().get("cache-disabled"));
    };
  }

  FakeImage image() {
    return image;
  }

  /** That of the image that it was made from. */
  public Platform platform() {
    return image.platform();
  }

  synchronized int exitCode() {
    return ending.exitCode();
  }

  Map<String, String> attributes() {
    Map<String, String> attributes = new TreeMap<>(spec.labels());
    attributes.put("name", name());
    attributes.put("exitCode", String.valueOf(exitCode()));
    attributes.putIfAbsent(Labels.SERVICE, spec.service().text());
    return attributes;
  }

  /** As far as the played engine can tell: image, networks and volumes. */
  synchronized DescribedContainer described(List<String> volumes) {
    var attachments = new TreeMap<String, Object>();
    networks.keySet().forEach(network -> attachments.put(network, Map.of()));
    var service =
        Attributes.of("services." + name)
            .set("image", spec.image().text())
            .set("networks", attachments);
    return new DescribedContainer(
        id,
        name,
        spec.labels(),
        service.mapping(),
        List.copyOf(networks.keySet()),
        volumes,
        new TreeMap<>());
  }

  /** It is on no network of this machine; a port that it publishes is one of this machine. */
  synchronized ContainerContact contact() {
    List<ContainerContact.Published> published =
        FakePorts.of(this).stream()
            .map(port -> new ContainerContact.Published(port.target(), "", port.published()))
            .toList();
    return new ContainerContact(isRunning() ? "none" : "bridge", List.of(), published);
  }

  synchronized ContainerDetail detail() {
    Optional<HealthcheckDetail> check = FakeHealth.of(spec.health(), image.health());
    return new ContainerDetail(
        id,
        name,
        image.id(),
        state,
        ending,
        startedAt,
        age(),
        restarts,
        policy() != Condition.NO,
        new ContainerDetail.Terminal(spec.process().tty(), spec.process().stdinOpen()),
        spec.labels(),
        check.map(it -> new ContainerDetail.HealthDetail(verdict, it, runs)));
  }

  /** A real engine tells its clock in whole seconds. */
  private Duration age() {
    return startedAt.equals(Instant.EPOCH)
        ? Duration.ZERO
        : Duration.ofSeconds(Duration.between(startedAt, engine.tick()).toSeconds());
  }

  private Condition policy() {
    return spec.running().restart().map(it -> it.condition()).orElse(Condition.NO);
  }

  private boolean restartsAfter(int code) {
    return switch (policy()) {
      case NO -> false;
      case ALWAYS, UNLESS_STOPPED -> true;
      case ON_FAILURE -> code != 0;
    };
  }
}
