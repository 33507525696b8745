package dev.fermata.runner.docker.read;

import dev.fermata.model.Platform;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedContainer.Addresses;
import dev.fermata.planner.observed.ObservedContainer.Listing;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import dev.fermata.planner.observed.ObservedContainer.Sharing;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.runner.docker.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The items of the engine's lists. */
public final class ObservedReading {
  private static final String SHARED = "container:";

  private ObservedReading() {}

  /** Of a container that carries Compose's labels. */
  public static ObservedContainer container(Json item) {
    SortedMap<String, String> labels = item.at("Labels").textMembers();
    return new ObservedContainer(
        item.text("Id"),
        name(item.texts("Names")),
        new ServiceName(labels.getOrDefault(Labels.SERVICE, "")),
        number(labels.getOrDefault(Labels.NUMBER, "")),
        isOneOff(labels),
        ContainerState.of(item.text("State")),
        item.text("Image"),
        item.text("ImageID"),
        labels,
        networks(item.at("NetworkSettings", "Networks")),
        item.at("Mounts").items().stream().map(ObservedReading::mount).toList(),
        listing(item));
  }

  /** What runs for a hook is as little a replica as what the user runs once. */
  private static boolean isOneOff(SortedMap<String, String> labels) {
    return labels.containsKey(Labels.HOOK)
        || "True".equalsIgnoreCase(labels.getOrDefault(Labels.ONE_OFF, ""));
  }

  /** A linked container has further names, such as {@code /other/alias}. */
  private static String name(List<String> names) {
    return names.stream()
        .map(name -> name.startsWith("/") ? name.substring(1) : name)
        .filter(name -> !name.contains("/"))
        .findFirst()
        .orElse("");
  }

  private static int number(String label) {
    return label.matches("\\d{1,9}") ? Integer.parseInt(label) : 0;
  }

  private static SortedMap<String, String> networks(Json networks) {
    var ids = new TreeMap<String, String>();
    networks.members().forEach((name, endpoint) -> ids.put(name, endpoint.text("NetworkID")));
    return ids;
  }

  private static SortedMap<String, Addresses> addresses(Json networks) {
    var addresses = new TreeMap<String, Addresses>();
    networks
        .members()
        .forEach((name, endpoint) -> {
          Json fixed = endpoint.at("IPAMConfig");
          addresses.put(
              name,
              new Addresses(
                  texts(endpoint, "IPAddress", "GlobalIPv6Address"),
                  texts(fixed, "IPv4Address", "IPv6Address")));
        });
    return addresses;
  }

  private static List<String> texts(Json endpoint, String... names) {
    return Stream.of(names).map(endpoint::text).filter(text -> !text.isEmpty()).toList();
  }

  private static ObservedMount mount(Json mount) {
    boolean volume = mount.text("Type").equals("volume");
    return new ObservedMount(
        mount.text("Type"),
        volume ? mount.at("Name").maybe() : Optional.empty(),
        mount.text("Source"),
        mount.text("Destination"));
  }

  private static Listing listing(Json item) {
    var ports = new ArrayList<ObservedPort>();
    for (Json port : item.at("Ports").items()) {
      ports.add(
          new ObservedPort(
              port.text("IP"),
              port.integer("PublicPort"),
              port.integer("PrivatePort"),
              port.text("Type")));
    }
    return new Listing(
        item.text("Command"),
        Instant.ofEpochSecond(item.at("Created").number()),
        item.text("Status"),
        ports,
        addresses(item.at("NetworkSettings", "Networks")),
        Sharing.listed(joined(item.at("HostConfig"), "NetworkMode", "network_mode")),
        item.at("ImageManifestDescriptor", "digest").maybe());
  }

  /** Of the namespaces that a container shares a list shows one; an inspection has the others. */
  public static Sharing sharing(Json inspection) {
    Json config = inspection.at("HostConfig");
    var joined = joined(config, "PidMode", "pid");
    joined.putAll(joined(config, "IpcMode", "ipc"));
    return new Sharing(joined, instant(inspection.at("State").text("StartedAt")));
  }

  private static SortedMap<String, String> joined(Json config, String field, String attribute) {
    var joined = new TreeMap<String, String>();
    String mode = config.text(field);
    if (mode.startsWith(SHARED)) {
      joined.put(attribute, mode.substring(SHARED.length()));
    }
    return joined;
  }

  public static ObservedNetwork network(Json item) {
    return new ObservedNetwork(item.text("Id"), item.text("Name"), item.at("Labels").textMembers());
  }

  public static ObservedVolume volume(Json item) {
    return new ObservedVolume(
        item.text("Name"), item.at("Labels").textMembers(), instant(item.text("CreatedAt")));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      // A plugin's volume may have no time, or one in words: then nobody knows.
      return Optional.empty();
    }
  }

  /** An image that never got a name here has a time before all others. */
  private static Optional<Duration> sinceNamed(Json item, Instant now) {
    return instant(item.at("Metadata").text("LastTagTime"))
        .filter(time -> time.isAfter(Instant.EPOCH))
        .map(time -> Duration.between(time, now));
  }

  /** An image as it is when asked for alone, with its manifests where the engine told them. */
  public static ObservedImage image(Json item, Instant now) {
    var platforms = new TreeSet<Platform>();
    platforms.add(new Platform(item.text("Os"), item.text("Architecture"), item.text("Variant")));
    item.at("Manifests").items().stream()
        .filter(manifest -> manifest.isTrue("Available"))
        .map(manifest -> manifest.at("ImageData", "Platform"))
        .filter(it -> !it.text("os").isEmpty())
        .map(it -> new Platform(it.text("os"), it.text("architecture"), it.text("variant")))
        .forEach(platforms::add);
    return new ObservedImage(
        item.text("Id"),
        item.texts("RepoTags"),
        item.at("Config", "Labels").textMembers(),
        platforms,
        sinceNamed(item, now),
        manifests(item));
  }

  private static SortedSet<String> manifests(Json item) {
    return item.at("Manifests").items().stream()
        .filter(manifest -> manifest.isTrue("Available"))
        .map(manifest -> manifest.text("ID"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
