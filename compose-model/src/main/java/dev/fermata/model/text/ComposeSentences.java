package dev.fermata.model.text;

import java.time.Duration;

/**
 * Docker Compose's sentences for outcomes that scripts look for, to the letter. Ours contain them,
 * and go on with what we know; {@code docs/messages.md} lists them.
 */
public final class ComposeSentences {
  public static final String NO_CONFIGURATION_FILE = "no configuration file provided: not found";
  public static final String NO_SUCH_SERVICE = "no such service: ";
  public static final String NO_SERVICE_SELECTED = "no service selected";
  public static final String DEPENDENCY_FAILED = "dependency failed to start: ";
  public static final String DEPENDENCIES_TIMED_OUT = "timeout waiting for dependencies";
  public static final String STILL_IN_USE = "Resource is still in use";
  public static final String FILTER_NOT_APPLIED =
      "service filtering is not applied when --no-interpolate is set";
  public static final String INDEX_NEEDS_A_SERVICE = "--index requires one service to be selected";
  public static final String ABORTING = "Aborting on container exit...";
  public static final String STOPPING = "Gracefully Stopping... press Ctrl+C again to force";
  public static final String NO_CONTAINER_TO_KILL = "No container to kill";
  public static final String NO_WAIT_IN_DRY_RUN = "wait is not supported in dry-run mode";

  /** The user has typed the keys that leave a process. */
  public static final String DETACHED = "read escape sequence";

  public static final String STDIN_IS_NO_TERMINAL =
      "cannot attach stdin to a TTY-enabled container because stdin is not a terminal";

  public static final String LABEL_WITHOUT_VALUE = "label must be set as KEY=VALUE";

  public static final String LOCAL_INCLUDES = "cannot publish compose file with local includes";

  public static final String ONLY_BUILDS =
      "your Compose stack cannot be published as it only contains a build section for service(s):";

  public static final String PUBLISHES_BIND_MOUNTS =
      "you are about to publish bind mounts declaration within your OCI artifact.";
  public static final String BIND_MOUNTS_OK =
      "Are you ok to publish these bind mount declarations?";
  public static final String PUBLISHES_SECRETS =
      "you are about to publish sensitive data within your OCI artifact.";
  public static final String DOUBLE_CHECK_SECRETS =
      "please double check that you are not leaking sensitive data";
  public static final String SECRETS_OK = "Are you ok to publish these sensitive data?";
  public static final String PUBLISHES_ENVIRONMENT =
      "you are about to publish env-related declarations within your OCI artifact.";
  public static final String WITH_ENV_SILENCES =
      "Use --with-env to silence this prompt and always publish env declarations.";
  public static final String ENVIRONMENT_OK = "Are you ok to publish these env declarations?";
  public static final String PUBLISHES_CONFIGS =
      "you are about to publish literal inline config content within your OCI artifact.";
  public static final String CONFIGS_OK = "Are you ok to publish these config contents?";

  private ComposeSentences() {}

  /** {@code command} is the whole of it: {@code docker compose bridge convert}. */
  public static String noDryRun(String command) {
    return "--dry-run is not supported by \"" + command + "\"";
  }

  /** A question. */
  public static String outputNotEmpty(String folder) {
    return "Output directory '%s' is not empty, all its content will be permanently deleted. Continue?"
        .formatted(folder);
  }

  public static String outputKept(String folder) {
    return "deletion of output directory '" + folder + "' was not confirmed";
  }

  public static String outputExists(Object folder) {
    return "output folder " + folder + " already exists";
  }

  public static String noSuchService(Object service) {
    return NO_SUCH_SERVICE + service;
  }

  public static String noContainerToStart(Object service) {
    return "service \"" + service + "\" has no container to start";
  }

  public static String noContainerFound(Object project) {
    return "no container found for project \"" + project + "\": not found";
  }

  public static String unhealthy(String container) {
    return "container " + container + " is unhealthy";
  }

  public static String exited(String container, int exitCode) {
    return "container " + container + " exited (" + exitCode + ")";
  }

  public static String noHealthcheck(String container) {
    return "container " + container + " has no healthcheck configured";
  }

  public static String notCompleted(Object service, int exitCode) {
    return "service \"" + service + "\" didn't complete successfully: exit " + exitCode;
  }

  public static String optionalFailed(Object service) {
    return "optional dependency \"" + service + "\" failed to start";
  }

  /** {@code --wait} with {@code --wait-timeout}. */
  public static String notHealthyAfter(Duration timeout) {
    return "application not healthy after " + DurationText.format(timeout);
  }

  public static String notRunning(Object service) {
    return "service \"" + service + "\" is not running";
  }

  public static String noContainer(Object service) {
    return "no container found for service \"" + service + "\"";
  }

  public static String noContainers(Object project) {
    return "no containers for project \"" + project + "\"";
  }

  /** {@code wait} prints it of each. */
  public static String exitedWithStatus(String id, int exitCode) {
    return "container \"" + id + "\" exited with status code " + exitCode;
  }

  /** {@code start}, after the container of a hook has done its work. */
  public static String noHookContainer(Object service, int index) {
    return "service \"%s\" pre_start[%d]: no hook runner container found".formatted(service, index);
  }

  public static String initExited(Object service, int index, int exitCode) {
    return "service \"%s\" pre_start[%d] exited with code %d".formatted(service, index, exitCode);
  }

  public static String hookExited(Object service, int exitCode) {
    return service + " hook exited with status " + exitCode;
  }

  public static String notRunning(Object service, int number) {
    return "service \"" + service + "\" is not running container #" + number;
  }

  /** {@code ports} are those that there are: {@code 80/tcp, 443/tcp}. */
  public static String noPort(String port, String container, String ports) {
    return "no port " + port + " for container " + container + ": " + ports;
  }

  public static String containerNameInUse(String name) {
    return "container name \"" + name + "\" is already in use";
  }

  public static String customContainerName(Object service, String name) {
    return "The \"%s\" service is using the custom container name \"%s\". Docker requires each container to have a unique name. Remove the custom name to scale the service"
        .formatted(service, name);
  }

  /** A question. */
  public static String volumeChanged(String volume) {
    return "Volume \"%s\" exists but doesn't match configuration in compose file. Recreate (data will be lost)?"
        .formatted(volume);
  }

  public static String networkNotCreatedFor(String network, Object project) {
    return "a network with name %s exists but was not created for project \"%s\""
        .formatted(network, project);
  }

  public static String networkNotCreatedByCompose(String network) {
    return "a network with name " + network + " exists but was not created by compose";
  }

  public static String volumeCreatedFor(String volume, Object other, Object project) {
    return "volume \"%s\" already exists but was created for project \"%s\" (expected \"%s\")"
        .formatted(volume, other, project);
  }

  public static String volumeNotCreatedByCompose(String volume) {
    return "volume \"" + volume + "\" already exists but was not created by Docker Compose";
  }

  public static String networkNotFound(String network) {
    return "network " + network + " declared as external, but could not be found";
  }

  public static String volumeNotFound(String volume) {
    return "external volume \"" + volume + "\" not found";
  }

  /** {@code what} is a namespace or a volume, in Docker Compose's words: {@code IPC namespace}. */
  public static String cannotShare(String what, Object service) {
    return "cannot share " + what + " with service " + service + ": container missing";
  }
}
