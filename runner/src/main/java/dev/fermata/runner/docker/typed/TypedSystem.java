package dev.fermata.runner.docker.typed;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Network;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.engine.listing.EngineDetail;
import dev.fermata.runner.engine.listing.EngineDetail.AddressPool;
import dev.fermata.runner.engine.listing.NetworkListing;
import dev.fermata.runner.engine.listing.VolumeListing;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An engine as a whole, and lists of all that it has, by docker-java's typed commands. */
public final class TypedSystem {
  private static final String CONTAINERD = "io.containerd.snapshotter";

  private final TypedCalls calls;

  public TypedSystem(Api api) {
    this.calls = new TypedCalls(api);
  }

  /** {@code builder} is told by no answer that docker-java reads. */
  public EngineDetail detail(String builder) {
    Info info = calls.answer(Call.OTHER.about(""), DockerClient::infoCmd);
    return new EngineDetail(
        orEmpty(info.getOperatingSystem()),
        store(info),
        builder,
        orEmpty(info.getCGroupVersion()),
        securityOptions(info).anyMatch(option -> option.contains("rootless")),
        !Boolean.FALSE.equals(info.getIPv4Forwarding()),
        orEmpty(info.getDockerRootDir()),
        time(orEmpty(info.getSystemTime())),
        items(info, "DefaultAddressPools").flatMap(TypedSystem::pool).toList(),
        items(info, "Warnings").map(String::valueOf).toList());
  }

  /** An engine that keeps images in containerd says so beside the driver. */
  private static String store(Info info) {
    List<List<String>> statuses = info.getDriverStatuses();
    boolean isContainerd =
        statuses != null
            && statuses.stream().flatMap(List::stream).anyMatch(it -> it.startsWith(CONTAINERD));
    return orEmpty(info.getDriver()) + (isContainerd ? " of containerd" : "");
  }

  private static Stream<String> securityOptions(Info info) {
    List<String> options = info.getSecurityOptions();
    return options == null ? Stream.empty() : options.stream();
  }

  /** docker-java has no type for either. */
  private static Stream<?> items(Info info, String field) {
    return info.getRawValues().get(field) instanceof List<?> items
        ? items.stream()
        : Stream.empty();
  }

  private static Stream<AddressPool> pool(Object item) {
    return item instanceof Map<?, ?> pool
            && pool.get("Base") instanceof String base
            && pool.get("Size") instanceof Number size
        ? Stream.of(new AddressPool(base, size.intValue()))
        : Stream.empty();
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException strange) {
      // An engine that tells no time: nothing is known of its clock.
      return Instant.EPOCH;
    }
  }

  /** All networks, by name. */
  public List<NetworkListing> networks() {
    return calls.answer(Call.OTHER.about(""), DockerClient::listNetworksCmd).stream()
        .map(network ->
            new NetworkListing(
                orEmpty(network.getName()),
                orEmpty(network.getDriver()),
                subnets(network.getIpam()),
                new TreeMap<>(Described.map(network.getLabels()).orElse(Map.of()))))
        .sorted(Comparator.comparing(NetworkListing::name))
        .toList();
  }

  private static List<String> subnets(Network.@Nullable Ipam ipam) {
    return ipam == null || ipam.getConfig() == null
        ? List.of()
        : ipam.getConfig().stream()
            .flatMap(part -> Described.text(part.getSubnet()).stream())
            .toList();
  }

  /** The volumes that no container has, by name. */
  public List<VolumeListing> unusedVolumes() {
    List<InspectVolumeResponse> found =
        calls
            .answer(
                Call.OTHER.about(""), client -> client.listVolumesCmd().withDanglingFilter(true))
            .getVolumes();
    return found == null
        ? List.of()
        : found.stream()
            .map(volume ->
                new VolumeListing(
                    orEmpty(volume.getName()),
                    orEmpty(volume.getDriver()),
                    orEmpty(volume.getMountpoint()),
                    "local",
                    new TreeMap<>(Described.map(volume.getLabels()).orElse(Map.of()))))
            .sorted(Comparator.comparing(VolumeListing::name))
            .toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
