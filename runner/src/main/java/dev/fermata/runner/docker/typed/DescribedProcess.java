package dev.fermata.runner.docker.typed;

import static dev.fermata.runner.docker.typed.Described.on;
import static dev.fermata.runner.docker.typed.Described.text;
import static dev.fermata.runner.docker.typed.Described.texts;

import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.HealthTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.text.DurationText;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What runs in a container, and how. */
final class DescribedProcess {
  private static final int SHORT_ID = 12;

  /** Written by tools, who write them anew. */
  private static final List<String> OF_TOOLS =
      List.of("com.docker.compose.", "desktop.docker.io", "dev.fermata.");

  static final List<DescribedRow> ROWS =
      List.of(
          DescribedRow.of(ContainerTable.IMAGE, it -> text(it.config().getImage())),
          DescribedRow.of(ContainerTable.COMMAND, DescribedProcess::command),
          DescribedRow.of(
              ContainerTable.ENTRYPOINT,
              it -> it.unlikeImage(ContainerConfig::getEntrypoint).map(Arrays::asList)),
          DescribedRow.of(ContainerTable.ENVIRONMENT, DescribedProcess::environment),
          DescribedRow.of(ContainerTable.LABELS, DescribedProcess::labels),
          DescribedRow.of(
              ContainerTable.USER,
              it -> it.unlikeImage(ContainerConfig::getUser).filter(user -> !user.isEmpty())),
          DescribedRow.of(
              ContainerTable.WORKING_DIR,
              it -> it.unlikeImage(ContainerConfig::getWorkingDir).filter(dir -> !dir.isEmpty())),
          DescribedRow.of(ContainerTable.HOSTNAME, DescribedProcess::hostname),
          DescribedRow.of(ContainerTable.DOMAINNAME, it -> text(it.config().getDomainName())),
          DescribedRow.of(WorkloadTable.TTY, it -> on(it.config().getTty())),
          DescribedRow.of(WorkloadTable.STDIN_OPEN, it -> on(it.config().getStdinOpen())),
          DescribedRow.of(ContainerTable.INIT, it -> Optional.ofNullable(it.host().getInit())),
          DescribedRow.of(ContainerTable.STOP_SIGNAL, DescribedProcess::stopSignal),
          DescribedRow.of(
              ContainerTable.STOP_GRACE_PERIOD,
              it -> it.raw("Config", "StopTimeout").map(seconds -> seconds + "s")),
          DescribedRow.of(
              WorkloadTable.HEALTHCHECK,
              it -> it.unlikeImage(ContainerConfig::getHealthcheck).map(DescribedProcess::health)),
          DescribedRow.of(
              ServiceTable.RESTART,
              it ->
                  Optional.ofNullable(it.host().getRestartPolicy())
                      .flatMap(DescribedProcess::restart)));

  private DescribedProcess() {}

  /** Whoever changes the entrypoint of an image is without its command as well. */
  private static Optional<List<String>> command(Described it) {
    boolean keepsEntrypoint = it.unlikeImage(ContainerConfig::getEntrypoint).isEmpty();
    return keepsEntrypoint
        ? it.unlikeImage(ContainerConfig::getCmd).map(Arrays::asList)
        : texts(it.config().getCmd());
  }

  private static Optional<Map<String, String>> environment(Described it) {
    var variables = new TreeMap<String, String>();
    for (String variable : texts(it.config().getEnv()).orElse(List.of())) {
      if (!it.inherited(ContainerConfig::getEnv).contains(variable)) {
        String[] parts = variable.split("=", 2);
        variables.put(parts[0], parts.length > 1 ? parts[1] : "");
      }
    }
    return Described.map(variables);
  }

  private static Optional<Map<String, String>> labels(Described it) {
    var labels = new TreeMap<>(Described.map(it.config().getLabels()).orElse(Map.of()));
    labels.keySet().removeIf(label -> OF_TOOLS.stream().anyMatch(label::startsWith));
    it.image()
        .map(image -> image.getConfig())
        .map(ContainerConfig::getLabels)
        .ifPresent(inherited -> labels.entrySet().removeAll(inherited.entrySet()));
    return Described.map(labels);
  }

  /**
   * By default an engine calls a container by its id; who shares a network has no name of its own.
   */
  private static Optional<String> hostname(Described it) {
    String own = it.container().getId().substring(0, SHORT_ID);
    String mode = text(it.host().getNetworkMode()).orElse("");
    boolean shares = mode.equals("host") || mode.startsWith("container:");
    return text(it.config().getHostName()).filter(name -> !shares && !name.equals(own));
  }

  private static Optional<Object> stopSignal(Described it) {
    return it.raw("Config", "StopSignal")
        .filter(signal -> !it.rawOfImage("Config", "StopSignal").equals(Optional.of(signal)));
  }

  private static Map<String, Object> health(HealthCheck check) {
    var health = new LinkedHashMap<String, Object>();
    texts(check.getTest()).ifPresent(test -> health.put(HealthTable.TEST.name(), test));
    time(check.getTimeout()).ifPresent(time -> health.put(HealthTable.TIMEOUT.name(), time));
    time(check.getInterval()).ifPresent(time -> health.put(HealthTable.INTERVAL.name(), time));
    Described.number(check.getRetries())
        .ifPresent(number -> health.put(HealthTable.RETRIES.name(), number));
    time(check.getStartPeriod())
        .ifPresent(time -> health.put(HealthTable.START_PERIOD.name(), time));
    time(check.getStartInterval())
        .ifPresent(time -> health.put(HealthTable.START_INTERVAL.name(), time));
    return health;
  }

  private static Optional<String> time(@Nullable Long nanoseconds) {
    return Described.number(nanoseconds).map(Duration::ofNanos).map(DurationText::format);
  }

  private static Optional<String> restart(RestartPolicy policy) {
    String tries = Described.number(policy.getMaximumRetryCount()).map(n -> ":" + n).orElse("");
    return text(policy.getName()).filter(name -> !name.equals("no")).map(name -> name + tries);
  }
}
