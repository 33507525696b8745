package dev.fermata.planner.observed;

import dev.fermata.model.ServiceName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container of the project. {@code service} and {@code number} come from its labels; a one-off
 * has number 0. {@code imageId} is the id of the image that it was made from, {@code imageName}
 * what it was asked for by. {@code networks} maps network names to network ids.
 */
public record ObservedContainer(
    String id,
    String name,
    ServiceName service,
    int number,
    boolean oneOff,
    ContainerState state,
    String imageName,
    String imageId,
    SortedMap<String, String> labels,
    SortedMap<String, String> networks,
    List<ObservedMount> mounts,
    Listing listing) {
  /** The label of what runs for a hook; its value says for which kind. */
  public static final String HOOK = "com.docker.compose.hook";

  private static final Pattern ENDED = Pattern.compile("Exited \\((\\d{1,9})\\)");

  /**
   * What a listing shows beside: texts of the engine, ports, addresses by the names of networks,
   * and what is shared. {@code manifest} is the digest of what the image has for the container's
   * platform, on engines that keep images for several.
   */
  public record Listing(
      String command,
      Instant created,
      String status,
      List<ObservedPort> ports,
      SortedMap<String, Addresses> addresses,
      Sharing sharing,
      Optional<String> manifest) {
    public Listing {
      ports = List.copyOf(ports);
      addresses = Collections.unmodifiableSortedMap(new TreeMap<>(addresses));
    }

    /** Of an engine that keeps images for one platform. */
    public Listing(
        String command,
        Instant created,
        String status,
        List<ObservedPort> ports,
        SortedMap<String, Addresses> addresses,
        Sharing sharing) {
      this(command, created, status, ports, addresses, sharing, Optional.empty());
    }
  }

  /**
   * By attribute ({@code network_mode}, {@code pid}, {@code ipc}) the ids of the containers that it
   * is joined to, as far as the engine tells; and when its present life began, by the engine's
   * clock, where somebody looked because namespaces are shared.
   */
  public record Sharing(SortedMap<String, String> joined, Optional<Instant> started) {
    public Sharing {
      joined = Collections.unmodifiableSortedMap(new TreeMap<>(joined));
    }

    /** As far as a list tells it: not since when. */
    public static Sharing listed(SortedMap<String, String> joined) {
      return new Sharing(joined, Optional.empty());
    }
  }

  /**
   * On one network: those that it has {@code now}, none where it does not run, and those that it
   * was made to have.
   */
  public record Addresses(List<String> now, List<String> fixed) {
    static final Addresses NONE = new Addresses(List.of(), List.of());

    public Addresses {
      now = List.copyOf(now);
      fixed = List.copyOf(fixed);
    }
  }

  /** A port of the container; {@code published} 0 is not published. */
  public record ObservedPort(String hostIp, int published, int target, String protocol) {}

  public ObservedContainer {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    networks = Collections.unmodifiableSortedMap(new TreeMap<>(networks));
    mounts = List.copyOf(mounts);
  }

  public Optional<String> label(String key) {
    return Optional.ofNullable(labels.get(key));
  }

  /** Whether it is one that runs to its end before its service starts: no replica of that. */
  public boolean isHook() {
    return labels.containsKey(HOOK);
  }

  /** How it ended, as the listing tells: {@code Exited (0) 3 minutes ago}. */
  public OptionalInt exitCode() {
    Matcher matcher = ENDED.matcher(listing.status());
    return state.equals(ContainerState.EXITED) && matcher.lookingAt()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  public Addresses addresses(String network) {
    return listing.addresses().getOrDefault(network, Addresses.NONE);
  }

  /** Whether it was made with one on any network. */
  public boolean hasFixedAddress() {
    return listing.addresses().values().stream().anyMatch(on -> !on.fixed().isEmpty());
  }

  public Optional<String> joined(String attribute) {
    return Optional.ofNullable(joined().get(attribute));
  }

  public SortedMap<String, String> joined() {
    return listing.sharing().joined();
  }

  /** When its present life began; empty for what does not run, or was not looked at closely. */
  public Optional<Instant> started() {
    boolean lives = state.equals(ContainerState.RUNNING) || state.equals(ContainerState.PAUSED);
    return lives ? listing.sharing().started() : Optional.empty();
  }

  /** The same, with what an inspection tells beside the listing. */
  public ObservedContainer sharing(Sharing inspected) {
    SortedMap<String, String> all = new TreeMap<>(joined());
    all.putAll(inspected.joined());
    return new ObservedContainer(
        id,
        name,
        service,
        number,
        oneOff,
        state,
        imageName,
        imageId,
        labels,
        networks,
        mounts,
        new Listing(
            listing.command(),
            listing.created(),
            listing.status(),
            listing.ports(),
            listing.addresses(),
            new Sharing(all, inspected.started()),
            listing.manifest()));
  }

  /** How long it has been as it is, as the listing tells: {@code 3 hours ago}. */
  public String since() {
    return listing.status().replaceFirst("^\\w+ (\\(\\d+\\) )?", "");
  }

  public ContainerRef ref() {
    return new ContainerRef(name, Optional.of(id));
  }
}
