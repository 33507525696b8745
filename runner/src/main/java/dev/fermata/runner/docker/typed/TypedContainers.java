package dev.fermata.runner.docker.typed;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.fermata.model.builder.Attributes;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.engine.listing.DescribedContainer;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Containers by docker-java's typed commands. */
public final class TypedContainers {
  private static final List<DescribedRow> ROWS =
      Stream.of(
              DescribedProcess.ROWS,
              DescribedHost.ROWS,
              DescribedDevices.ROWS,
              DescribedNetworks.ROWS,
              DescribedStorage.ROWS)
          .flatMap(List::stream)
          .toList();

  private final TypedCalls calls;

  public TypedContainers(Api api) {
    this.calls = new TypedCalls(api);
  }

  /** By an id, the beginning of one, or a name. */
  public DescribedContainer describe(String container) {
    InspectContainerResponse found =
        calls.answer(
            Call.INSPECT.about(container), client -> client.inspectContainerCmd(container));
    String image = found.getImageId();
    var with =
        new Described(
            found,
            calls.maybe(Call.INSPECT_IMAGE.about(image), client -> client.inspectImageCmd(image)));
    return described(with);
  }

  private static DescribedContainer described(Described it) {
    String name = it.container().getName().replaceFirst("^/", "");
    var service = Attributes.of("services." + name);
    for (DescribedRow row : ROWS) {
      row.value().apply(it).ifPresent(value -> service.set(row.attribute().name(), value));
    }
    return new DescribedContainer(
        it.container().getId(),
        name,
        new TreeMap<>(Described.map(it.config().getLabels()).orElse(new TreeMap<>())),
        service.mapping(),
        List.copyOf(DescribedNetworks.endpoints(it).keySet()),
        DescribedStorage.volumes(it),
        DescribedStorage.secrets(it));
  }
}
