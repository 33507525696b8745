package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.DURATION;
import static dev.fermata.planner.written.Forms.FLAG;
import static dev.fermata.planner.written.Forms.IMAGE;
import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.LONG;
import static dev.fermata.planner.written.Forms.PLATFORM;
import static dev.fermata.planner.written.Forms.SERVICE;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.TRUTH;
import static dev.fermata.planner.written.Forms.VALUE;
import static dev.fermata.planner.written.Forms.constant;
import static dev.fermata.planner.written.Forms.entries;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedMap;

import dev.fermata.model.Health;
import dev.fermata.model.Metadata.Logging;
import dev.fermata.model.Process;
import dev.fermata.model.ProjectName;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.Security;
import dev.fermata.planner.spec.AfterEnd;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.ContainerSpec.Description;
import dev.fermata.planner.spec.ContainerSpec.Identity;
import dev.fermata.planner.spec.ContainerSpec.Running;

/** A container to create. */
final class ContainerForm {
  private static final Form<Health> HEALTH =
      Fields.form(
          it ->
              Fields.none()
                  .put("test", it.test(), optional(list(TEXT)))
                  .put("interval", it.interval(), optional(DURATION))
                  .put("timeout", it.timeout(), optional(DURATION))
                  .put("retries", it.retries(), optional(INT))
                  .put("start-period", it.startPeriod(), optional(DURATION))
                  .put("start-interval", it.startInterval(), optional(DURATION)),
          it ->
              new Health(
                  it.get("test", optional(list(TEXT))),
                  it.get("interval", optional(DURATION)),
                  it.get("timeout", optional(DURATION)),
                  it.get("retries", optional(INT)),
                  it.get("start-period", optional(DURATION)),
                  it.get("start-interval", optional(DURATION))));

  private static final Form<Process> PROCESS =
      Fields.form(
          it ->
              Fields.none()
                  .put("command", it.command(), optional(list(TEXT)))
                  .put("entrypoint", it.entrypoint(), optional(list(TEXT)))
                  .put("environment", it.environment(), entries(VALUE))
                  .put("user", it.user(), optional(TEXT))
                  .put("working-directory", it.workingDirectory(), optional(TEXT))
                  .put("tty", it.tty(), FLAG)
                  .put("stdin-open", it.stdinOpen(), FLAG)
                  .put("init", it.init(), optional(TRUTH))
                  .put("umask", it.umask(), optional(LONG)),
          it ->
              new Process(
                  it.get("command", optional(list(TEXT))),
                  it.get("entrypoint", optional(list(TEXT))),
                  it.get("environment", entries(VALUE)),
                  it.get("user", optional(TEXT)),
                  it.get("working-directory", optional(TEXT)),
                  it.get("tty", FLAG),
                  it.get("stdin-open", FLAG),
                  it.get("init", optional(TRUTH)),
                  it.get("umask", optional(LONG))));

  private static final Form<Security> SECURITY =
      Fields.form(
          it ->
              Fields.none()
                  .put("privileged", it.privileged(), FLAG)
                  .put("read-only", it.readOnly(), FLAG)
                  .put("capabilities-added", it.capabilitiesAdded(), list(TEXT))
                  .put("capabilities-dropped", it.capabilitiesDropped(), list(TEXT))
                  .put("options", it.options(), list(TEXT))
                  .put("groups", it.groups(), list(TEXT))
                  .put("sysctls", it.sysctls(), sortedMap(TEXT))
                  .put("pid", it.pid(), optional(NetworkingForm.NAMESPACE))
                  .put("ipc", it.ipc(), optional(NetworkingForm.NAMESPACE))
                  .put("uts", it.uts(), optional(TEXT))
                  .put("user-namespace", it.userNamespace(), optional(TEXT))
                  .put("cgroup", it.cgroup(), optional(TEXT)),
          it ->
              new Security(
                  it.get("privileged", FLAG),
                  it.get("read-only", FLAG),
                  it.get("capabilities-added", list(TEXT)),
                  it.get("capabilities-dropped", list(TEXT)),
                  it.get("options", list(TEXT)),
                  it.get("groups", list(TEXT)),
                  it.get("sysctls", sortedMap(TEXT)),
                  it.get("pid", optional(NetworkingForm.NAMESPACE)),
                  it.get("ipc", optional(NetworkingForm.NAMESPACE)),
                  it.get("uts", optional(TEXT)),
                  it.get("user-namespace", optional(TEXT)),
                  it.get("cgroup", optional(TEXT))));

  private static final Form<RestartPolicy> RESTART =
      Fields.form(
          it ->
              Fields.none()
                  .put("condition", it.condition(), constant(RestartPolicy.Condition.class))
                  .put("retries", it.maxRetries(), INT),
          it ->
              new RestartPolicy(
                  it.get("condition", constant(RestartPolicy.Condition.class)),
                  it.get("retries", INT)));

  private static final Form<Running> RUNNING =
      Fields.form(
          it ->
              Fields.none()
                  .put("platform", it.platform(), optional(PLATFORM))
                  .put("restart", it.restart(), optional(RESTART))
                  .put("stop-signal", it.stopSignal(), optional(TEXT))
                  .put("stop-grace-period", it.stopGracePeriod(), optional(DURATION))
                  .put("runtime", it.runtime(), optional(TEXT))
                  .put("isolation", it.isolation(), optional(TEXT))
                  .put("one-run", it.oneRun(), optional(constant(AfterEnd.class))),
          it ->
              new Running(
                  it.get("platform", optional(PLATFORM)),
                  it.get("restart", optional(RESTART)),
                  it.get("stop-signal", optional(TEXT)),
                  it.get("stop-grace-period", optional(DURATION)),
                  it.get("runtime", optional(TEXT)),
                  it.get("isolation", optional(TEXT)),
                  it.get("one-run", optional(constant(AfterEnd.class)))));

  private static final Form<Logging> LOGGING =
      Fields.form(
          it ->
              Fields.none()
                  .put("driver", it.driver(), optional(TEXT))
                  .put("options", it.options(), sortedMap(TEXT)),
          it -> new Logging(it.get("driver", optional(TEXT)), it.get("options", sortedMap(TEXT))));

  private static final Form<Description> DESCRIPTION =
      Fields.form(
          it ->
              Fields.none()
                  .put("labels", it.labels(), sortedMap(TEXT))
                  .put("annotations", it.annotations(), sortedMap(TEXT))
                  .put("logging", it.logging(), optional(LOGGING)),
          it ->
              new Description(
                  it.get("labels", sortedMap(TEXT)),
                  it.get("annotations", sortedMap(TEXT)),
                  it.get("logging", optional(LOGGING))));

  private static final Form<Identity> IDENTITY =
      Fields.form(
          it ->
              Fields.none()
                  .put("project", it.project().text(), TEXT)
                  .put("service", it.service(), SERVICE)
                  .put("name", it.name(), TEXT)
                  .put("number", it.number(), INT),
          it ->
              new Identity(
                  new ProjectName(it.get("project", TEXT)),
                  it.get("service", SERVICE),
                  it.get("name", TEXT),
                  it.get("number", INT)));

  static final Form<ContainerSpec> FORM =
      Fields.form(
          it ->
              Fields.none()
                  .put("identity", it.identity(), IDENTITY)
                  .put("image", it.image(), IMAGE)
                  .put("process", it.process(), PROCESS)
                  .put("networking", it.networking(), NetworkingForm.FORM)
                  .put("storage", it.storage(), StorageForm.FORM)
                  .put("resources", it.resources(), LimitsForm.FORM)
                  .put("security", it.security(), SECURITY)
                  .put("health", it.health(), optional(HEALTH))
                  .put("running", it.running(), RUNNING)
                  .put("description", it.description(), DESCRIPTION),
          it ->
              new ContainerSpec(
                  it.get("identity", IDENTITY),
                  it.get("image", IMAGE),
                  it.get("process", PROCESS),
                  it.get("networking", NetworkingForm.FORM),
                  it.get("storage", StorageForm.FORM),
                  it.get("resources", LimitsForm.FORM),
                  it.get("security", SECURITY),
                  it.get("health", optional(HEALTH)),
                  it.get("running", RUNNING),
                  it.get("description", DESCRIPTION)));

  private ContainerForm() {}
}
