package dev.fermata.model.text;

import java.time.Duration;
import java.util.Collection;

/**
 * Docker Compose's sentences for outcomes that scripts look for, to the letter. Ours contain them,
 * and go on with what we know; {@code docs/messages.md} lists them.
 */
public final class ComposeSentences {
  public static final String NO_CONFIGURATION_FILE = "no configuration file provided: not found";
  public static final String NO_SUCH_SERVICE = "no such service: ";
  public static final String JOB_IS_RUN_ONLY =
      "job \"%s\" can only be triggered with \"docker compose run\"";
  public static final String SCHEDULED_JOBS =
      "scheduled jobs are not supported in this version: %s";
  public static final String JOBS_ARE_NOT_STARTED =
      "jobs are not started by up; trigger them with `docker compose run`: %s";
  public static final String NO_SERVICE_SELECTED = "no service selected";
  public static final String DEPENDENCY_FAILED = "dependency failed to start: ";
  public static final String DEPENDENCIES_TIMED_OUT = "timeout waiting for dependencies";
  public static final String STILL_IN_USE = "Resource is still in use";

  /** Templates of messages: a file is not quoted there. */
  public static final String ENV_FILE_NOT_FOUND = "env file %s not found";

  public static final String LABEL_FILE_NOT_FOUND = "label file %s not found";
  public static final String CONTAINER_NAME_IN_USE = "container name \"%s\" is already in use";
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

  /** Of images that no registry has; the command that builds them stands below it. */
  public static final String MUST_BE_BUILT =
      "Some service image(s) must be built from source by running:";

  public static final String IGNORE_PUSH_FAILURES =
      "Flag --ignore-push-failures has been deprecated, use --ignore-missing to skip images that"
          + " are not available locally";
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
  public static final String NOTHING_TO_WATCH =
      "none of the selected services is configured for watch, consider setting a 'develop' section";
  public static final String WATCH_ENABLED = "Watch enabled";
  public static final String WATCH_DISABLED = "Watch disabled";
  public static final String LARGE_BATCH =
      "Large batch of file changes detected. If you just switched branches, this is expected.";
  public static final String FORMER_YES = "--y is deprecated, please use --yes instead";
  public static final String FORMER_VOLUMES = "--volume is deprecated, please use --volumes";
  public static final String FORMER_ANSI =
      "option '--no-ansi' is DEPRECATED ! Please use '--ansi' instead.";

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

  public static String syncing(Object service, int changes) {
    return "Syncing service \"%s\" after %d changes were detected".formatted(service, changes);
  }

  /** {@code services} are in brackets, each in quotes. */
  public static String rebuilding(String services) {
    return "Rebuilding service(s) " + services + " after changes were detected...";
  }

  public static String rebuilt(String services) {
    return "service(s) " + services + " successfully built";
  }

  public static String restarted(String services) {
    return "service(s) " + services + " restarted";
  }

  public static String buildFailed(String why) {
    return "Build failed. Error: " + why;
  }

  public static String recreationFailed(String why) {
    return "Failed to recreate and restart service(s) after update. Error: " + why;
  }

  public static String batchComplete(Duration took, int changes) {
    return "batch complete: duration[%s] count[%d]".formatted(DurationText.format(took), changes);
  }

  public static String alsoBindMounted(String path) {
    return "path '%s' also declared by a bind mount volume, this path won't be monitored!"
        .formatted(path);
  }

  public static String watchWithoutBuild(Object service) {
    return "can't watch service \"%s\" with action rebuild without a build context"
        .formatted(service);
  }

  public static String watchWithoutBuilding(Object service) {
    return "--no-build is incompatible with watch action rebuild in service " + service;
  }

  public static String watchLocked(Object project, long pid) {
    return "cannot take exclusive lock for project \"%s\": process with PID %d is still running"
        .formatted(project, pid);
  }

  public static String noSuchService(Object service) {
    return NO_SUCH_SERVICE + service;
  }

  public static String noContainerToStart(Object service) {
    return "service \"" + service + "\" has no container to start";
  }

  public static String invalidVariable(String text) {
    return "invalid environment variable: " + text;
  }

  public static String noContainersNamed(Collection<String> names) {
    return "no container(s) found with the following name(s): " + String.join(",", names);
  }

  public static String noContainerFound(Object project) {
    return "no container found for project \"" + project + "\": not found";
  }

  public static String unhealthy(String container) {
    return "container " + container + " is unhealthy";
  }

  /** Why a service was not started. */
  public static String conditionNotMet(String condition, Object service) {
    return "not started: condition \"%s\" of service \"%s\" not met".formatted(condition, service);
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

  /** {@code config}, with services beside a flag that shows all of them. */
  public static String filterNotApplied(String flag) {
    return "service filtering is not applied when " + flag + " is set";
  }

  public static String containerNameInUse(String name) {
    return CONTAINER_NAME_IN_USE.formatted(name);
  }

  public static String customContainerName(Object service, String name) {
    return "The \"%s\" service is using the custom container name \"%s\". Docker requires each container to have a unique name. Remove the custom name to scale the service"
        .formatted(service, name);
  }

  public static String deprecatedOption(String flag) {
    return "option '" + flag + "' is DEPRECATED and will be ignored.";
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

  /** Of a volume that {@code down -v} leaves. */
  public static final String VOLUME_OF_NOBODY = "Volume was not created by Docker Compose";

  /** The same of one that another project has. */
  public static String volumeOfProject(String project) {
    return "Volume belongs to project \"%s\"".formatted(project);
  }
}
