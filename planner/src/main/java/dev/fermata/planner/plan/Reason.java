package dev.fermata.planner.plan;

import dev.fermata.model.Platform;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.EndedJob;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Why a step is there, with the data that says so; the wording is {@code PlanText}'s. */
public sealed interface Reason {

  /** It is wanted and not there. */
  record Missing() implements Reason {}

  /** Fields of the definition differ from those of what is there. */
  record Changed(List<FieldChange> fields) implements Reason {
    public Changed {
      fields = List.copyOf(fields);
    }
  }

  /** It is there for other platforms than the one that is wanted. */
  record OtherPlatform(SortedSet<Platform> there, Platform wanted) implements Reason {
    public OtherPlatform {
      there = Collections.unmodifiableSortedSet(new TreeSet<>(there));
    }
  }

  /** The image behind the name is another one now. */
  record ImageChanged(String image, String from, String to) implements Reason {}

  /** The user or a policy asks for it: {@code --force-recreate}, {@code pull_policy: always}. */
  record Asked(String by) implements Reason {}

  /** It is there but does not run. */
  record NotRunning(ContainerState state) implements Reason {}

  /** More replicas than wanted. */
  record Surplus(int wanted) implements Reason {}

  /** Of a service that the project no longer has. */
  record Orphan() implements Reason {}

  /** Part of the recreation of a container. */
  record Replaces(String container) implements Reason {}

  /** Left behind by a recreation that was not finished: the run was killed, or a gate shut. */
  record Leftover(String of) implements Reason {}

  /** The image of another service is made from it. */
  record BuiltOn(ServiceName service) implements Reason {}

  /** Something it depends on is recreated or restarted; {@code edge} names the attribute. */
  record Follows(ServiceName service, String edge) implements Reason {}

  /**
   * It shares a namespace with a container that has started again since, by itself or by others:
   * what it holds is what is left of the life before. {@code edge} names the attribute.
   */
  record Rejoins(String container, String edge) implements Reason {}

  /** A network or volume that it uses is made anew, or it is not connected to it. */
  record ResourceChanged(String resource) implements Reason {}

  /** Another network has its name, and is kept. */
  record Namesake(String kept) implements Reason {}

  /** It has by chance an address that a service is to have. */
  record GivesAddress(String address, ServiceName to) implements Reason {}

  /** What becomes of containers that are there depends on what the steps before bring. */
  record Undecided() implements Reason {}

  /** A job runs again: files that it mounts have changed since it ended. */
  record SawFiles(EndedJob.FileChange change) implements Reason {}

  /** A job runs again: a volume that it mounts has been made since. */
  record SawVolume(String volume) implements Reason {}

  /** A job runs again: what it waited for has been made, or has run, since. */
  record SawContainer(ServiceName service) implements Reason {}

  /** Others wait for it, or the caller does ({@code --wait}) where there are none. */
  record Gates(SortedSet<ServiceName> waiting) implements Reason {
    public Gates {
      waiting = Collections.unmodifiableSortedSet(new TreeSet<>(waiting));
    }
  }
}
