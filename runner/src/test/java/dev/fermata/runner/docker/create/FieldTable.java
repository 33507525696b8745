package dev.fermata.runner.docker.create;

import dev.fermata.runner.docker.create.CreateTable.Destination;
import dev.fermata.runner.docker.location.ApiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where attributes go that have no row of the create table to themselves: parts of a row's value,
 * parameters of the call, and those of networks and volumes. For documents.
 */
public final class FieldTable {
  private static final ApiVersion ALWAYS = new ApiVersion(1, 0);
  private static final String ENDPOINT = "NetworkingConfig.EndpointsConfig.";
  private static final String LIMITS = "services.deploy.resources.limits.";
  private static final String RESERVATIONS = "services.deploy.resources.reservations.";

  private FieldTable() {}

  /** By the whole path of the attribute: {@code services.healthcheck.interval}. */
  public static List<Destination> destinations() {
    var all = new ArrayList<Destination>();
    CreateTable.destinations().stream()
        .map(row -> new Destination("services." + row.attribute(), row.field(), row.since()))
        .forEach(all::add);
    Stream.of(service(), attachment(), mounts(), deploy(), devices(), resources())
        .forEach(all::addAll);
    return all;
  }

  private static Destination of(String attribute, String field) {
    return new Destination(attribute, field, ALWAYS);
  }

  /** The same names in another case, below one another. */
  private static List<Destination> below(String attribute, String field, String... parts) {
    return Stream.of(parts)
        .map(part -> part.split("=", 2))
        .map(part -> of(attribute + part[0], field + part[1]))
        .toList();
  }

  private static List<Destination> service() {
    var fields = new ArrayList<Destination>();
    fields.addAll(
        below(
            "services.healthcheck.",
            "Healthcheck.",
            "test=Test",
            "interval=Interval",
            "timeout=Timeout",
            "retries=Retries",
            "start_period=StartPeriod",
            "disable=Test"));
    fields.add(
        new Destination(
            "services.healthcheck.start_interval",
            "Healthcheck.StartInterval",
            new ApiVersion(1, 44)));
    fields.addAll(
        below("services.logging.", "HostConfig.LogConfig.", "driver=Type", "options=Config"));
    fields.addAll(below("services.ulimits.", "HostConfig.Ulimits.", "soft=Soft", "hard=Hard"));
    fields.addAll(
        below(
            "services.ports.",
            "HostConfig.PortBindings",
            "target=",
            "protocol=",
            "published=.HostPort",
            "host_ip=.HostIp"));
    fields.add(of("services.ports.mode", "no field: it is for a swarm"));
    fields.add(of("services.external_links", "HostConfig.Links"));
    fields.add(of("services.gpus", "HostConfig.DeviceRequests"));
    fields.add(of("services.container_name", "the parameter `name`"));
    fields.add(
        new Destination("services.platform", "the parameter `platform`", new ApiVersion(1, 41)));
    fields.add(of("services.network_mode", "HostConfig.NetworkMode"));
    for (String files : List.of("services.secrets", "services.configs")) {
      fields.add(of(files, "files put into the container"));
      fields.addAll(below(files + ".", "", "source=the file", "target=its path", "uid=its owner"));
      fields.addAll(below(files + ".", "", "gid=its group", "mode=its mode"));
    }
    return fields;
  }

  private static List<Destination> attachment() {
    String networks = "services.networks.";
    var fields = new ArrayList<Destination>();
    fields.addAll(
        below(
            networks,
            ENDPOINT,
            "aliases=Aliases",
            "driver_opts=DriverOpts",
            "ipv4_address=IPAMConfig.IPv4Address",
            "ipv6_address=IPAMConfig.IPv6Address",
            "link_local_ips=IPAMConfig.LinkLocalIPs",
            "mac_address=MacAddress"));
    fields.add(of(networks + "use_service_name_alias", ENDPOINT + "Aliases"));
    fields.add(of(networks + "priority", "the order of attaching"));
    fields.add(
        new Destination(
            networks + "gw_priority", ENDPOINT + "GwPriority", Endpoint.SINCE_GATEWAY_PRIORITY));
    fields.add(
        new Destination(
            networks + "interface_name", ENDPOINT + "DriverOpts", Endpoint.SINCE_INTERFACE_NAME));
    return fields;
  }

  private static List<Destination> mounts() {
    String volumes = "services.volumes.";
    String mount = "HostConfig.Mounts.";
    var fields = new ArrayList<Destination>();
    fields.addAll(
        below(
            volumes,
            mount,
            "type=Type",
            "source=Source",
            "target=Target",
            "read_only=ReadOnly",
            "bind=BindOptions",
            "volume=VolumeOptions",
            "tmpfs=TmpfsOptions"));
    fields.addAll(
        below(
            volumes + "bind.",
            mount + "BindOptions.",
            "propagation=Propagation",
            "create_host_path=CreateMountpoint"));
    fields.add(of(volumes + "bind.selinux", "HostConfig.Binds"));
    fields.add(
        new Destination(volumes + "bind.recursive", mount + "BindOptions", Mounts.SINCE_RECURSIVE));
    fields.addAll(
        below(volumes + "volume.", mount + "VolumeOptions.", "nocopy=NoCopy", "labels=Labels"));
    fields.add(
        new Destination(
            volumes + "volume.subpath", mount + "VolumeOptions.Subpath", Mounts.SINCE_SUBPATH));
    fields.addAll(
        below(volumes + "tmpfs.", mount + "TmpfsOptions.", "size=SizeBytes", "mode=Mode"));
    fields.add(new Destination(volumes + "image", mount + "ImageOptions", Mounts.SINCE_IMAGE));
    fields.add(
        new Destination(
            volumes + "image.subpath", mount + "ImageOptions.Subpath", Mounts.SINCE_IMAGE));
    return fields;
  }

  private static List<Destination> deploy() {
    var fields = new ArrayList<Destination>();
    fields.addAll(below("services.deploy.", "", "resources=see below"));
    fields.addAll(below("services.deploy.resources.", "", "limits=see below"));
    fields.addAll(below("services.deploy.resources.", "", "reservations=see below"));
    fields.addAll(below(LIMITS, "HostConfig.", "cpus=NanoCpus", "memory=Memory", "pids=PidsLimit"));
    fields.addAll(below(RESERVATIONS, "HostConfig.", "memory=MemoryReservation"));
    String restart = "services.deploy.restart_policy";
    fields.add(of(restart, "HostConfig.RestartPolicy"));
    fields.addAll(
        below(
            restart + ".",
            "HostConfig.RestartPolicy.",
            "condition=Name",
            "max_attempts=MaximumRetryCount"));
    return fields;
  }

  private static List<Destination> devices() {
    var fields = new ArrayList<Destination>();
    for (String requests : List.of(RESERVATIONS + "devices.", "services.gpus.")) {
      fields.addAll(
          below(
              requests,
              "HostConfig.DeviceRequests.",
              "capabilities=Capabilities",
              "driver=Driver",
              "count=Count",
              "device_ids=DeviceIDs",
              "options=Options"));
    }
    fields.addAll(
        below(
            "services.devices.",
            "HostConfig.Devices.",
            "source=PathOnHost",
            "target=PathInContainer",
            "permissions=CgroupPermissions"));
    fields.addAll(
        below(
            "services.blkio_config.",
            "HostConfig.Blkio",
            "weight=Weight",
            "weight_device=WeightDevice",
            "weight_device.path=WeightDevice.Path",
            "weight_device.weight=WeightDevice.Weight",
            "device_read_bps=DeviceReadBps",
            "device_read_bps.path=Device*.Path",
            "device_read_bps.rate=Device*.Rate",
            "device_read_iops=DeviceReadIOps",
            "device_write_bps=DeviceWriteBps",
            "device_write_iops=DeviceWriteIOps"));
    return fields;
  }

  private static List<Destination> resources() {
    var fields = new ArrayList<Destination>();
    fields.addAll(
        below(
            "networks.",
            "",
            "name=Name",
            "driver=Driver",
            "driver_opts=Options",
            "ipam=IPAM",
            "ipam.driver=IPAM.Driver",
            "ipam.config=IPAM.Config",
            "ipam.options=IPAM.Options",
            "ipam.config.subnet=IPAM.Config.Subnet",
            "ipam.config.gateway=IPAM.Config.Gateway",
            "ipam.config.ip_range=IPAM.Config.IPRange",
            "ipam.config.aux_addresses=IPAM.Config.AuxiliaryAddresses",
            "internal=Internal",
            "attachable=Attachable",
            "labels=Labels",
            "enable_ipv6=EnableIPv6"));
    fields.add(new Destination("networks.enable_ipv4", "EnableIPv4", new ApiVersion(1, 47)));
    fields.addAll(
        below(
            "volumes.",
            "",
            "name=Name",
            "driver=Driver",
            "driver_opts=DriverOpts",
            "labels=Labels"));
    return fields;
  }
}
