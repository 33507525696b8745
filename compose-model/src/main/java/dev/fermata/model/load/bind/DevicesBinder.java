package dev.fermata.model.load.bind;

import dev.fermata.model.Resources.Device;
import dev.fermata.model.Resources.DeviceRequest;
import dev.fermata.model.Resources.Devices;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.DeviceTable;
import dev.fermata.model.schema.container.GpuTable;
import dev.fermata.model.schema.service.ResourcesTable;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Binds devices. One that is named {@code vendor.com/class=name} is asked for, not mapped. */
final class DevicesBinder {
  private static final Predicate<String> CDI_NAME =
      Pattern.compile("[A-Za-z][\\w.-]*/[A-Za-z][\\w-]*=[A-Za-z0-9][\\w.:-]*").asMatchPredicate();

  private DevicesBinder() {}

  static Devices devices(Mapping service, Optional<Mapping> reservations) {
    List<Device> all =
        list(ContainerTable.DEVICES, service).stream().map(DevicesBinder::device).toList();
    var requests = byName(all.stream().filter(DevicesBinder::isByName).toList());
    reservations
        .map(it -> list(ResourcesTable.DEVICES, it))
        .ifPresent(some -> some.forEach(it -> requests.add(request(it, List.of()))));
    list(ContainerTable.GPUS, service).forEach(it -> requests.add(request(it, List.of("gpu"))));
    return new Devices(
        all.stream().filter(device -> !isByName(device)).toList(),
        list(ContainerTable.DEVICE_CGROUP_RULES, service),
        requests);
  }

  private static <T> List<T> list(Attribute<List<T>> attribute, Mapping mapping) {
    return attribute.in(mapping).orElse(List.of());
  }

  private static Device device(Mapping device) {
    return new Device(
        DeviceTable.SOURCE.in(device).orElse(""),
        DeviceTable.TARGET.in(device).orElse(""),
        DeviceTable.PERMISSIONS.in(device).filter(some -> !some.isEmpty()).orElse("rwm"));
  }

  private static boolean isByName(Device device) {
    return device.source().equals(device.target()) && CDI_NAME.test(device.source());
  }

  private static List<DeviceRequest> byName(List<Device> devices) {
    List<String> names = devices.stream().map(Device::source).toList();
    var requests = new ArrayList<DeviceRequest>();
    if (!names.isEmpty()) {
      var cdi = Optional.of(DeviceRequest.CDI);
      requests.add(new DeviceRequest(cdi, 0, names, List.of(), new TreeMap<>()));
    }
    return requests;
  }

  private static DeviceRequest request(Mapping request, List<String> more) {
    var capabilities = new ArrayList<>(list(GpuTable.CAPABILITIES, request));
    capabilities.addAll(more);
    SortedMap<String, String> options = ServiceBinder.texts(GpuTable.OPTIONS, request);
    return new DeviceRequest(
        GpuTable.DRIVER.in(request),
        GpuTable.COUNT.in(request).map(ServiceBinder::whole).orElse(0),
        list(GpuTable.DEVICE_IDS, request),
        capabilities,
        options);
  }
}
