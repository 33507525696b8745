package dev.fermata.planner.label;

import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.planner.digest.ComposeHash;
import dev.fermata.planner.digest.Fingerprints;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The labels that follow from the files: the user's own first, so that ours win. Those that say
 * what a container is made from, and which one it replaces, come beside in its specification.
 */
public final class LabelSet {
  private static final String VERSION = "0.1.0";

  private final Project project;
  private final Fingerprints fingerprints;

  public LabelSet(Project project, Fingerprints fingerprints) {
    this.project = project;
    this.fingerprints = fingerprints;
  }

  public SortedMap<String, String> network(Network network) {
    SortedMap<String, String> labels = owned(network.labels(), project.name());
    labels.put(Labels.NETWORK, network.key());
    labels.put(Labels.CONFIG_HASH, ComposeHash.of(network));
    labels.put(Labels.FINGERPRINT, fingerprints.of(network).label());
    return labels;
  }

  public SortedMap<String, String> volume(Volume volume) {
    SortedMap<String, String> labels = owned(volume.labels(), project.name());
    labels.put(Labels.VOLUME, volume.key());
    labels.put(Labels.CONFIG_HASH, ComposeHash.of(volume));
    labels.put(Labels.FINGERPRINT, fingerprints.of(volume).label());
    return labels;
  }

  public SortedMap<String, String> image(Service service) {
    SortedMap<String, String> labels = owned(new TreeMap<>(), project.name());
    labels.put(Labels.SERVICE, service.name().text());
    return labels;
  }

  /** What all replicas share; {@code partners} are the known ids of containers it is tied to. */
  public SortedMap<String, String> container(
      Service service, int number, Map<ServiceName, String> partners) {
    SortedMap<String, String> labels = owned(service.metadata().labels(), project.name());
    labels.put(Labels.SERVICE, service.name().text());
    labels.put(Labels.ONE_OFF, "False");
    labels.put(Labels.NUMBER, Integer.toString(number));
    labels.put(Labels.WORKING_DIR, project.workingDirectory());
    labels.put(Labels.CONFIG_FILES, String.join(",", project.composeFiles()));
    if (!project.environmentFiles().isEmpty()) {
      labels.put(Labels.ENVIRONMENT_FILE, String.join(",", project.environmentFiles()));
    }
    labels.put(Labels.DEPENDS_ON, DependsOnLabel.of(service.lifecycle().dependencies()));
    labels.put(Labels.CONFIG_HASH, ComposeHash.of(service, partners));
    labels.put(Labels.FINGERPRINT, fingerprints.of(service).label());
    return labels;
  }

  /** What a container for one run of a service has; nobody counts it among the replicas. */
  public SortedMap<String, String> oneOff(
      Service service, String slug, Map<ServiceName, String> partners) {
    SortedMap<String, String> labels = container(service, 0, partners);
    labels.put(Labels.ONE_OFF, "True");
    labels.put(Labels.SLUG, slug);
    labels.remove(Labels.NUMBER);
    return labels;
  }

  /** Those of what runs before a service starts, {@code index} in the list of its hooks. */
  public SortedMap<String, String> hook(Service container, int index) {
    SortedMap<String, String> labels = owned(container.metadata().labels(), project.name());
    labels.put(Labels.SERVICE, container.name().text());
    labels.put(Labels.HOOK, "pre_start");
    labels.put(Labels.HOOK_INDEX, Integer.toString(index));
    return labels;
  }

  private static SortedMap<String, String> owned(Map<String, String> own, ProjectName project) {
    SortedMap<String, String> labels = new TreeMap<>(own);
    labels.put(Labels.PROJECT, project.text());
    labels.put(Labels.VERSION, VERSION);
    return labels;
  }
}
