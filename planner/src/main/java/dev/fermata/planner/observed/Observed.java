package dev.fermata.planner.observed;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One snapshot of what the engine holds of a project. {@code images} has what is there of the
 * images asked for, by {@link dev.fermata.model.ImageRef#familiar()}. {@code neighbours} are
 * containers of others, where the project wants something that one of them may hold. {@code
 * endedJobs} are the last lives of containers that have done their work, by id. {@code imageStore}
 * matters where one image is wanted for several platforms. {@code missingFiles} are paths of files
 * that services need, and that are not there. {@code provisions} are from programs beside the
 * engine.
 */
public record Observed(
    List<ObservedContainer> containers,
    List<ObservedNetwork> networks,
    List<ObservedVolume> volumes,
    SortedMap<String, ObservedImage> images,
    List<ObservedContainer> neighbours,
    SortedMap<String, EndedJob> endedJobs,
    ImageStore imageStore,
    Set<String> missingFiles,
    Provisions provisions,
    Logins logins,
    BuildInputs builds) {

  public static final Observed NOTHING =
      new Observed(
          List.of(),
          List.of(),
          List.of(),
          Collections.emptySortedMap(),
          List.of(),
          Collections.emptySortedMap(),
          ImageStore.ONE_PLATFORM,
          Set.of(),
          Provisions.NONE,
          Logins.NONE,
          BuildInputs.NONE);

  public Observed {
    containers = containers.stream().sorted(Comparator.comparing(ObservedContainer::name)).toList();
    networks = networks.stream().sorted(Comparator.comparing(ObservedNetwork::name)).toList();
    volumes = volumes.stream().sorted(Comparator.comparing(ObservedVolume::name)).toList();
    images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
    neighbours = neighbours.stream().sorted(Comparator.comparing(ObservedContainer::name)).toList();
    missingFiles = Set.copyOf(missingFiles);
    endedJobs = Collections.unmodifiableSortedMap(new TreeMap<>(endedJobs));
  }

  public Observed withContainers(List<ObservedContainer> all) {
    return new Observed(
        all,
        networks,
        volumes,
        images,
        neighbours,
        endedJobs,
        imageStore,
        missingFiles,
        provisions,
        logins,
        builds);
  }

  public Observed withNetworks(List<ObservedNetwork> all) {
    return new Observed(
        containers,
        all,
        volumes,
        images,
        neighbours,
        endedJobs,
        imageStore,
        missingFiles,
        provisions,
        logins,
        builds);
  }

  public Observed withVolumes(List<ObservedVolume> all) {
    return new Observed(
        containers,
        networks,
        all,
        images,
        neighbours,
        endedJobs,
        imageStore,
        missingFiles,
        provisions,
        logins,
        builds);
  }

  public Observed withImages(SortedMap<String, ObservedImage> found) {
    return new Observed(
        containers,
        networks,
        volumes,
        found,
        neighbours,
        endedJobs,
        imageStore,
        missingFiles,
        provisions,
        logins,
        builds);
  }

  public Observed withNeighbours(List<ObservedContainer> others) {
    return new Observed(
        containers,
        networks,
        volumes,
        images,
        others,
        endedJobs,
        imageStore,
        missingFiles,
        provisions,
        logins,
        builds);
  }

  public Observed withEndedJobs(SortedMap<String, EndedJob> jobs) {
    return new Observed(
        containers,
        networks,
        volumes,
        images,
        neighbours,
        jobs,
        imageStore,
        missingFiles,
        provisions,
        logins,
        builds);
  }

  public Observed withImageStore(ImageStore store) {
    return new Observed(
        containers,
        networks,
        volumes,
        images,
        neighbours,
        endedJobs,
        store,
        missingFiles,
        provisions,
        logins,
        builds);
  }

  public Observed withMissingFiles(Set<String> files) {
    return new Observed(
        containers,
        networks,
        volumes,
        images,
        neighbours,
        endedJobs,
        imageStore,
        files,
        provisions,
        logins,
        builds);
  }

  public Observed with(Provisions all) {
    return new Observed(
        containers,
        networks,
        volumes,
        images,
        neighbours,
        endedJobs,
        imageStore,
        missingFiles,
        all,
        logins,
        builds);
  }

  public Observed with(Logins found) {
    return new Observed(
        containers,
        networks,
        volumes,
        images,
        neighbours,
        endedJobs,
        imageStore,
        missingFiles,
        provisions,
        found,
        builds);
  }

  public Observed with(BuildInputs inputs) {
    return new Observed(
        containers,
        networks,
        volumes,
        images,
        neighbours,
        endedJobs,
        imageStore,
        missingFiles,
        provisions,
        logins,
        inputs);
  }
}
