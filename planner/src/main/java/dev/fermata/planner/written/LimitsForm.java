package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.DOUBLE;
import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.LONG;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.TRUTH;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedMap;

import dev.fermata.model.Resources;
import dev.fermata.model.Resources.BlockIo;
import dev.fermata.model.Resources.Cpu;
import dev.fermata.model.Resources.Device;
import dev.fermata.model.Resources.DeviceRequest;
import dev.fermata.model.Resources.Devices;
import dev.fermata.model.Resources.Memory;
import dev.fermata.model.Resources.PerDevice;
import dev.fermata.model.Resources.Ulimit;

/** Limits and reservations of a container. */
final class LimitsForm {
  private static final Form<Cpu> CPU =
      Fields.form(
          it ->
              Fields.none()
                  .put("count", it.count(), optional(DOUBLE))
                  .put("shares", it.shares(), optional(LONG))
                  .put("quota", it.quota(), optional(LONG))
                  .put("period", it.period(), optional(LONG))
                  .put("realtime-runtime", it.realtimeRuntime(), optional(LONG))
                  .put("realtime-period", it.realtimePeriod(), optional(LONG))
                  .put("set", it.set(), optional(TEXT))
                  .put("whole-count", it.wholeCount(), optional(LONG))
                  .put("percent", it.percent(), optional(LONG)),
          it ->
              new Cpu(
                  it.get("count", optional(DOUBLE)),
                  it.get("shares", optional(LONG)),
                  it.get("quota", optional(LONG)),
                  it.get("period", optional(LONG)),
                  it.get("realtime-runtime", optional(LONG)),
                  it.get("realtime-period", optional(LONG)),
                  it.get("set", optional(TEXT)),
                  it.get("whole-count", optional(LONG)),
                  it.get("percent", optional(LONG))));

  private static final Form<Memory> MEMORY =
      Fields.form(
          it ->
              Fields.none()
                  .put("limit", it.limit(), optional(StorageForm.SIZE))
                  .put("reservation", it.reservation(), optional(StorageForm.SIZE))
                  .put("swap", it.swap(), optional(StorageForm.SIZE))
                  .put("swappiness", it.swappiness(), optional(INT)),
          it ->
              new Memory(
                  it.get("limit", optional(StorageForm.SIZE)),
                  it.get("reservation", optional(StorageForm.SIZE)),
                  it.get("swap", optional(StorageForm.SIZE)),
                  it.get("swappiness", optional(INT))));

  private static final Form<Ulimit> ULIMIT =
      Fields.form(
          it -> Fields.none().put("soft", it.soft(), LONG).put("hard", it.hard(), LONG),
          it -> new Ulimit(it.get("soft", LONG), it.get("hard", LONG)));

  private static final Form<Device> DEVICE =
      Fields.form(
          it ->
              Fields.none()
                  .put("source", it.source(), TEXT)
                  .put("target", it.target(), TEXT)
                  .put("permissions", it.permissions(), TEXT),
          it ->
              new Device(
                  it.get("source", TEXT), it.get("target", TEXT), it.get("permissions", TEXT)));

  private static final Form<DeviceRequest> REQUEST =
      Fields.form(
          it ->
              Fields.none()
                  .put("driver", it.driver(), optional(TEXT))
                  .put("count", it.count(), INT)
                  .put("ids", it.deviceIds(), list(TEXT))
                  .put("capabilities", it.capabilities(), list(TEXT))
                  .put("options", it.options(), sortedMap(TEXT)),
          it ->
              new DeviceRequest(
                  it.get("driver", optional(TEXT)),
                  it.get("count", INT),
                  it.get("ids", list(TEXT)),
                  it.get("capabilities", list(TEXT)),
                  it.get("options", sortedMap(TEXT))));

  private static final Form<Devices> DEVICES =
      Fields.form(
          it ->
              Fields.none()
                  .put("of-host", it.ofHost(), list(DEVICE))
                  .put("rules", it.rules(), list(TEXT))
                  .put("requests", it.requests(), list(REQUEST)),
          it ->
              new Devices(
                  it.get("of-host", list(DEVICE)),
                  it.get("rules", list(TEXT)),
                  it.get("requests", list(REQUEST))));

  private static final Form<PerDevice> PER_DEVICE =
      Fields.form(
          it -> Fields.none().put("path", it.path(), TEXT).put("value", it.value(), LONG),
          it -> new PerDevice(it.get("path", TEXT), it.get("value", LONG)));

  private static final Form<BlockIo> BLOCK_IO =
      Fields.form(
          it ->
              Fields.none()
                  .put("weight", it.weight(), optional(LONG))
                  .put("weights", it.weights(), list(PER_DEVICE))
                  .put("read-bytes", it.readBytes(), list(PER_DEVICE))
                  .put("write-bytes", it.writeBytes(), list(PER_DEVICE))
                  .put("read-operations", it.readOperations(), list(PER_DEVICE))
                  .put("write-operations", it.writeOperations(), list(PER_DEVICE)),
          it ->
              new BlockIo(
                  it.get("weight", optional(LONG)),
                  it.get("weights", list(PER_DEVICE)),
                  it.get("read-bytes", list(PER_DEVICE)),
                  it.get("write-bytes", list(PER_DEVICE)),
                  it.get("read-operations", list(PER_DEVICE)),
                  it.get("write-operations", list(PER_DEVICE))));

  static final Form<Resources> FORM =
      Fields.form(
          it ->
              Fields.none()
                  .put("cpu", it.cpu(), CPU)
                  .put("memory", it.memory(), MEMORY)
                  .put("pids", it.pids(), optional(LONG))
                  .put("ulimits", it.ulimits(), sortedMap(ULIMIT))
                  .put("oom-score", it.oomScoreAdj(), optional(INT))
                  .put("oom-kill-disable", it.oomKillDisable(), optional(TRUTH))
                  .put("devices", it.devices(), DEVICES)
                  .put("cgroup-parent", it.cgroupParent(), optional(TEXT))
                  .put("block-io", it.blockIo(), optional(BLOCK_IO)),
          it ->
              new Resources(
                  it.get("cpu", CPU),
                  it.get("memory", MEMORY),
                  it.get("pids", optional(LONG)),
                  it.get("ulimits", sortedMap(ULIMIT)),
                  it.get("oom-score", optional(INT)),
                  it.get("oom-kill-disable", optional(TRUTH)),
                  it.get("devices", DEVICES),
                  it.get("cgroup-parent", optional(TEXT)),
                  it.get("block-io", optional(BLOCK_IO))));

  private LimitsForm() {}
}
